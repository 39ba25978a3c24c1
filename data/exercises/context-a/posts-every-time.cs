// 提示：就不要再 Post
class LatestProgress<T>(Action<T> handler) : IProgress<T>
{
    readonly IProgress<T> inner = new Progress<T>(handler);
    public void Report(T value) => inner.Report(value);
}
