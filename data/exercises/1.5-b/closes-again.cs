// 提示：门开了以后再等
class Latch(int count)
{
    readonly Lock gate = new();
    TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int left = count;

    public void Signal()
    {
        lock (gate)
        {
            if (--left > 0) return;
            open.TrySetResult();
            open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public Task WaitAsync() { lock (gate) return count == 0 ? Task.CompletedTask : open.Task; }
}
