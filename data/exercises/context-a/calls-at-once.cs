// 提示：马上就跑了
class LatestProgress<T>(Action<T> handler) : IProgress<T>
{
    public void Report(T value) => handler(value);
}
