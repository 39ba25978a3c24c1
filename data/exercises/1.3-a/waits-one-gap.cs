// 提示：要等 3 个 gap
class Countdown(int from, TimeSpan gap)
{
    public Awaiter GetAwaiter() => new(from, gap);

    public class Awaiter(int from, TimeSpan gap) : INotifyCompletion
    {
        public bool IsCompleted => from <= 0;
        public void OnCompleted(Action continuation) => EventLoop.Current.CallLater(gap, continuation);
        public string GetResult() => "发射";
    }
}
