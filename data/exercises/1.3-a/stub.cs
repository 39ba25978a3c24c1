// 练习 1.3-a：补全三个成员
class Countdown(int from, TimeSpan gap)
{
    public Awaiter GetAwaiter() => new(from, gap);

    public class Awaiter(int from, TimeSpan gap) : INotifyCompletion
    {
        // 在这里写：from 和 gap 都可以用
        public bool IsCompleted => throw new NotImplementedException();
        public void OnCompleted(Action continuation) => throw new NotImplementedException($"{from} {gap}");
        public string GetResult() => throw new NotImplementedException();
    }
}
