// 提示：要记住已经放行过了
class Lease(SemaphoreSlim gate) : IAsyncDisposable
{
    public ValueTask DisposeAsync()
    {
        gate.Release();
        return ValueTask.CompletedTask;
    }
}

async Task<IAsyncDisposable> AcquireAsync(SemaphoreSlim gate)
{
    await gate.WaitAsync();
    return new Lease(gate);
}
