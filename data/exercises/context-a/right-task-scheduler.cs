class LatestProgress<T>(Action<T> handler) : IProgress<T>
{
    readonly TaskScheduler scheduler = SynchronizationContext.Current is null
        ? TaskScheduler.Default : TaskScheduler.FromCurrentSynchronizationContext();
    readonly object gate = new();
    (bool Waiting, T Value) latest;

    public void Report(T value)
    {
        lock (gate)
        {
            var waiting = latest.Waiting;
            latest = (true, value);
            if (waiting) return;
        }
        Task.Factory.StartNew(() =>
        {
            T taken;
            lock (gate)
            {
                taken = latest.Value;
                latest.Waiting = false;
            }
            handler(taken);
        }, CancellationToken.None, TaskCreationOptions.None, scheduler);
    }
}
