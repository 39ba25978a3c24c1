// 提示：加上 RunContinuationsAsynchronously
class Latch
{
    readonly TaskCompletionSource open = new();
    int left;

    public Latch(int count)
    {
        left = count;
        if (count == 0)
            open.TrySetResult();
    }

    public void Signal()
    {
        if (Interlocked.Decrement(ref left) == 0)
            open.TrySetResult();
    }

    public Task WaitAsync() => open.Task;
}
