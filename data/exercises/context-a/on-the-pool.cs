// 提示：没有在建它的那个循环上跑
class LatestProgress<T>(Action<T> handler) : IProgress<T>
{
    readonly SynchronizationContext context = SynchronizationContext.Current ?? new();
    readonly object gate = new();
    T latest;
    bool posted;

    public void Report(T value)
    {
        lock (gate)
        {
            latest = value;
            if (posted) return;
            posted = true;
        }
        ThreadPool.QueueUserWorkItem(_ => { _ = context; Deliver(); });
    }

    void Deliver()
    {
        T value;
        lock (gate) (value, posted) = (latest, false);
        handler(value);
    }
}
