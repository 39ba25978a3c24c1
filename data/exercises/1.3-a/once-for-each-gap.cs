// 提示：一个 await 只能接着跑一次
class Countdown(int from, TimeSpan gap)
{
    public Awaiter GetAwaiter() => new(from, gap);

    public class Awaiter(int from, TimeSpan gap) : INotifyCompletion
    {
        public bool IsCompleted => from <= 0;
        public void OnCompleted(Action continuation)
        {
            for (var i = 1; i <= from; i++)
                EventLoop.Current.CallLater(gap * (from + i - 1) / 1, continuation);
        }
        public string GetResult() => "发射";
    }
}
