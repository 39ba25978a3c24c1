// 提示：第三个人就进来了
class Lease(SemaphoreSlim gate) : IAsyncDisposable
{
    public ValueTask DisposeAsync()
    {
        if (gate.CurrentCount == 0)
            gate.Release();
        return ValueTask.CompletedTask;
    }
}

async Task<IAsyncDisposable> AcquireAsync(SemaphoreSlim gate)
{
    await gate.WaitAsync();
    return new Lease(gate);
}
