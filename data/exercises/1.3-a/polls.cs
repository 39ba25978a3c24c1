// 提示：空转
class Countdown(int from, TimeSpan gap)
{
    public Awaiter GetAwaiter() => new(from, gap);

    public class Awaiter(int from, TimeSpan gap) : INotifyCompletion
    {
        public bool IsCompleted => from == 0;
        public void OnCompleted(Action continuation)
        {
            var (loop, watch) = (EventLoop.Current, System.Diagnostics.Stopwatch.StartNew());
            void Look()
            {
                if (watch.Elapsed >= gap * from) continuation();
                else loop.CallSoon(Look);
            }
            loop.CallSoon(Look);
        }
        public string GetResult() => "发射";
    }
}
