class Latch
{
    readonly ManualResetEvent opened = new(false);
    readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int left;

    public Latch(int count)
    {
        left = count;
        if (count == 0) open.SetResult();
        else ThreadPool.RegisterWaitForSingleObject(opened, (_, _) => open.TrySetResult(), null, Timeout.Infinite, true);
    }

    public void Signal() { if (Interlocked.Decrement(ref left) == 0) opened.Set(); }
    public Task WaitAsync() => open.Task;
}
