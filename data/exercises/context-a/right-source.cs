class LatestProgress<T> : IProgress<T>
{
    readonly object gate = new();
    TaskCompletionSource bell = new(TaskCreationOptions.RunContinuationsAsynchronously);
    T latest;
    public LatestProgress(Action<T> handler) => _ = LoopAsync(handler);
    async Task LoopAsync(Action<T> handler)
    {
        while (true)
        {
            await bell.Task;
            T value;
            lock (gate)
            {
                value = latest;
                bell = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
            handler(value);
        }
    }
    public void Report(T value)
    {
        lock (gate)
        {
            latest = value;
            bell.TrySetResult();
        }
    }
}
