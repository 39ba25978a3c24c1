// 提示：用 Interlocked
class Latch(int count)
{
    readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int left = count;

    public void Signal()
    {
        var now = left;
        Thread.Yield();
        left = now - 1;
        if (left == 0)
            open.TrySetResult();
    }

    public Task WaitAsync() => open.Task;
}
