// 提示：醒得太晚
class Countdown(int from, TimeSpan gap)
{
    public Awaiter GetAwaiter() => new(from, gap);

    public class Awaiter(int from, TimeSpan gap) : INotifyCompletion
    {
        public bool IsCompleted => from <= 0;
        public void OnCompleted(Action continuation) => EventLoop.Current.CallLater(gap * from * 4, continuation);
        public string GetResult() => "发射";
    }
}
