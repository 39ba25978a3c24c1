async Task<IAsyncDisposable> AcquireAsync(SemaphoreSlim gate)
{
    await gate.WaitAsync();
    return new Lease(() => gate.Release());
}

class Lease(Action release) : IAsyncDisposable
{
    private int released;

    public async ValueTask DisposeAsync()
    {
        await Task.Yield();
        if (Interlocked.CompareExchange(ref released, 1, 0) == 0)
            release();
    }
}
