class Latch(int count)
{
    private readonly Lock gate = new();
    private readonly List<TaskCompletionSource> waiters = [];
    private int left = count;

    public void Signal()
    {
        List<TaskCompletionSource> woken;
        lock (gate)
        {
            if (left == 0 || --left > 0)
                return;
            woken = [.. waiters];
        }
        foreach (var waiter in woken)
            waiter.SetResult();
    }

    public Task WaitAsync()
    {
        lock (gate)
        {
            if (left == 0)
                return Task.CompletedTask;
            var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiters.Add(waiter);
            return waiter.Task;
        }
    }
}
