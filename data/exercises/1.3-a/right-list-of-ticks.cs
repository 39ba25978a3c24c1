class Countdown(int from, TimeSpan gap)
{
    public Awaiter GetAwaiter() => new(from, gap);

    public class Awaiter(int from, TimeSpan gap) : INotifyCompletion
    {
        int left = from;
        Action then;
        public bool IsCompleted => left <= 0;
        public void OnCompleted(Action continuation)
        {
            then = continuation;
            for (var i = 1; i <= from; i++)
                EventLoop.Current.CallLater(gap * i, Tick);
        }
        void Tick() { if (--left == 0) then(); }
        public string GetResult() => "发射";
    }
}
