// 提示：用 Interlocked
class Latch
{
    readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int left;

    public Latch(int count)
    {
        left = count;
        if (count == 0)
            open.TrySetResult();
    }

    public void Signal()
    {
        if (--left == 0)
            open.TrySetResult();
    }

    public Task WaitAsync() => open.Task;
}
