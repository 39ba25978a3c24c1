// 练习 context-a：只送最新的进度
class LatestProgress<T>(Action<T> handler) : IProgress<T>
{
    // 在这里写
    public void Report(T value) => throw new NotImplementedException($"{handler}");
}
