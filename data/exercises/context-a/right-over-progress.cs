class LatestProgress<T> : IProgress<T>
{
    readonly Queue<T> waiting = new();
    readonly IProgress<bool> bell;

    public LatestProgress(Action<T> handler) => bell = new Progress<bool>(_ =>
    {
        T value;
        lock (waiting)
        {
            value = waiting.Last();
            waiting.Clear();
        }
        handler(value);
    });

    public void Report(T value)
    {
        bool first;
        lock (waiting)
        {
            first = waiting.Count == 0;
            waiting.Enqueue(value);
        }
        if (first) bell.Report(true);
    }
}
