// 提示：离开了循环的线程
class Countdown(int from, TimeSpan gap)
{
    public Awaiter GetAwaiter() => new(from, gap);

    public class Awaiter(int from, TimeSpan gap) : INotifyCompletion
    {
        public bool IsCompleted => from <= 0;
        public void OnCompleted(Action continuation) => Task.Delay(gap * from).ContinueWith(_ => continuation());
        public string GetResult() => "发射";
    }
}
