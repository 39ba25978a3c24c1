// 提示：没有都醒
class Latch
{
    TaskCompletionSource last = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int left;

    public Latch(int count) => left = count;

    public void Signal()
    {
        if (Interlocked.Decrement(ref left) == 0)
            last.TrySetResult();
    }

    public Task WaitAsync()
    {
        if (Volatile.Read(ref left) <= 0)
            return Task.CompletedTask;
        last = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return last.Task;
    }
}
