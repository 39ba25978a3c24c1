class Countdown(int from, TimeSpan gap)
{
    public Awaiter GetAwaiter() => new(from, gap);

    public class Awaiter(int from, TimeSpan gap) : INotifyCompletion
    {
        public bool IsCompleted => from <= 0;
        public void OnCompleted(Action continuation)
        {
            var (loop, left) = (EventLoop.Current, from);
            void Tick()
            {
                if (--left == 0) continuation();
                else loop.CallLater(gap, Tick);
            }
            loop.CallLater(gap, Tick);
        }
        public string GetResult() => "发射";
    }
}
