class Countdown(int from, TimeSpan gap)
{
    public Awaiter GetAwaiter() => new(from, gap);

    public class Awaiter(int from, TimeSpan gap) : INotifyCompletion
    {
        readonly EventLoop loop = EventLoop.Current;
        readonly string answer = "发" + "射";
        public bool IsCompleted => from == 0;
        public void OnCompleted(Action continuation) => loop.CallLater(TimeSpan.FromTicks(gap.Ticks * from), () => loop.CallSoon(continuation));
        public string GetResult() => answer;
    }
}
