// 提示：NullReferenceException
class LatestProgress<T>(Action<T> handler) : IProgress<T>
{
    readonly SynchronizationContext context = SynchronizationContext.Current;
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
        lock (gate) (value, posted) = (latest, false);
        handler(value);
    }
}
