// 提示：就不要再 Post
class LatestProgress<T>(Action<T> handler) : IProgress<T>
{
    readonly SynchronizationContext context = SynchronizationContext.Current ?? new();
    readonly object gate = new();
    T latest;
    bool fresh;

    public void Report(T value)
    {
        lock (gate) (latest, fresh) = (value, true);
        context.Post(_ =>
        {
            T taken;
            lock (gate)
            {
                if (!fresh) return;
                (taken, fresh) = (latest, false);
            }
            handler(taken);
        }, null);
    }
}
