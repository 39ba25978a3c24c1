// 提示：要送最新的
class LatestProgress<T>(Action<T> handler) : IProgress<T>
{
    readonly SynchronizationContext context = SynchronizationContext.Current ?? new();
    int posted;

    public void Report(T value)
    {
        if (Interlocked.Exchange(ref posted, 1) == 1) return;
        context.Post(_ =>
        {
            Volatile.Write(ref posted, 0);
            handler(value);
        }, null);
    }
}
