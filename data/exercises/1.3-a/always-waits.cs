// 提示：从 0 倒数，不用停下来
class Countdown(int from, TimeSpan gap)
{
    public Awaiter GetAwaiter() => new(from, gap);

    public class Awaiter(int from, TimeSpan gap) : INotifyCompletion
    {
        public bool IsCompleted => false;
        public void OnCompleted(Action continuation) => EventLoop.Current.CallLater(gap * from, continuation);
        public string GetResult() => "发射";
    }
}
