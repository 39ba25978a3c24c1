// 提示：占住了线程
class Countdown(int from, TimeSpan gap)
{
    public Awaiter GetAwaiter() => new(from, gap);

    public class Awaiter(int from, TimeSpan gap) : INotifyCompletion
    {
        public bool IsCompleted => from <= 0;
        public void OnCompleted(Action continuation) => EventLoop.Current.CallSoon(() =>
        {
            Thread.Sleep(gap * from);
            continuation();
        });
        public string GetResult() => "发射";
    }
}
