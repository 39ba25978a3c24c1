// 提示：你 1 次就开了
class Latch(int count)
{
    readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Signal() => open.TrySetResult();

    public Task WaitAsync() => count > 0 ? open.Task : Task.CompletedTask;
}
