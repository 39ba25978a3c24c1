// 提示：count 是 0
class Latch(int count)
{
    readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int left = count;

    public void Signal()
    {
        if (Interlocked.Decrement(ref left) == 0)
            open.TrySetResult();
    }

    public Task WaitAsync() => open.Task;
}
