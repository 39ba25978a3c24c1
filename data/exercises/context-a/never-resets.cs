// 提示：的记号放下
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
        context.Post(_ => Deliver(), null);
    }

    void Deliver()
    {
        T value;
        lock (gate) value = latest;
        handler(value);
    }
}
