// 提示：从 0 倒数，也要得到“发射”
class Countdown(int from, TimeSpan gap)
{
    public Awaiter GetAwaiter() => new(from, gap);

    public class Awaiter(int from, TimeSpan gap) : INotifyCompletion
    {
        public bool IsCompleted => from <= 0;
        public void OnCompleted(Action continuation) => EventLoop.Current.CallLater(gap * from, continuation);
        public string GetResult() => from > 0 ? "发射" : null;
    }
}
