// 提示：TrySetResult
class Latch
{
    readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int left;

    public Latch(int count)
    {
        left = count;
        if (count == 0)
            open.SetResult();
    }

    public void Signal()
    {
        if (Interlocked.Decrement(ref left) <= 0)
            open.SetResult();
    }

    public Task WaitAsync() => open.Task;
}
