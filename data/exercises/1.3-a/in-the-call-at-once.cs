// 提示：只登记，马上返回
class Countdown(int from, TimeSpan gap)
{
    public Awaiter GetAwaiter() => new(from, gap);

    public class Awaiter(int from, TimeSpan gap) : INotifyCompletion
    {
        public bool IsCompleted => from <= 0;
        public void OnCompleted(Action continuation) => continuation();
        public string GetResult() => "发射";
    }
}
