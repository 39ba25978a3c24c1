// 提示：拿到锁之前要 await
class Lease(SemaphoreSlim gate) : IAsyncDisposable
{
    public ValueTask DisposeAsync()
    {
        gate.Release();
        return ValueTask.CompletedTask;
    }
}

Task<IAsyncDisposable> AcquireAsync(SemaphoreSlim gate)
{
    _ = gate.WaitAsync();
    return Task.FromResult<IAsyncDisposable>(new Lease(gate));
}
