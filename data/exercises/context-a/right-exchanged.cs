class LatestProgress<T>(Action<T> handler) : IProgress<T>
{
    readonly SynchronizationContext context = SynchronizationContext.Current ?? new();
    Tuple<T> latest;                                     // 空的：没有 Post 在路上

    public void Report(T value)
    {
        if (Interlocked.Exchange(ref latest, Tuple.Create(value)) is null)
            context.Post(_ => handler(Interlocked.Exchange(ref latest, null).Item1), null);
    }
}
