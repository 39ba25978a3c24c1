// 提示：gate.Wait() 换成 await gate.WaitAsync()
class Lease(SemaphoreSlim gate) : IAsyncDisposable
{
    private SemaphoreSlim toRelease = gate;

    public ValueTask DisposeAsync()
    {
        Interlocked.Exchange(ref toRelease, null)?.Release();
        return ValueTask.CompletedTask;
    }
}

Task<IAsyncDisposable> AcquireAsync(SemaphoreSlim gate)
{
    gate.Wait();
    return Task.FromResult<IAsyncDisposable>(new Lease(gate));
}
