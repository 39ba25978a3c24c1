// 提示：没有等
class Countdown(int from, TimeSpan gap)
{
    public Awaiter GetAwaiter() => new(from, gap);

    public class Awaiter(int from, TimeSpan gap) : INotifyCompletion
    {
        public bool IsCompleted => true;
        public void OnCompleted(Action continuation) { }
        public string GetResult() => "发射";
    }
}
