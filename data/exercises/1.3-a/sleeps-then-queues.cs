// 提示：占住了线程
class Countdown(int from, TimeSpan gap)
{
    public Awaiter GetAwaiter() => new(from, gap);

    public class Awaiter(int from, TimeSpan gap) : INotifyCompletion
    {
        public bool IsCompleted => from <= 0;
        public void OnCompleted(Action continuation)
        {
            Thread.Sleep(gap * from);
            EventLoop.Current.CallSoon(continuation);
        }
        public string GetResult() => "发射";
    }
}
