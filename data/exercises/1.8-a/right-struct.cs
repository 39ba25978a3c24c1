record struct Lease(SemaphoreSlim Gate) : IAsyncDisposable
{
    public ValueTask DisposeAsync()
    {
        var gate = Gate;
        Gate = null;
        gate?.Release();
        return default;
    }
}
async Task<IAsyncDisposable> AcquireAsync(SemaphoreSlim gate)
{
    await gate.WaitAsync().ConfigureAwait(false);
    return new Lease(gate);
}
