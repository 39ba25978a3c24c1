Task<IAsyncDisposable> AcquireAsync(SemaphoreSlim gate) =>
    gate.WaitAsync().ContinueWith(_ => (IAsyncDisposable)new Lease { Gate = gate });

class Lease : IAsyncDisposable
{
    public SemaphoreSlim Gate { get; set; }

    public ValueTask DisposeAsync()
    {
        lock (this)
        {
            Gate?.Release();
            Gate = null;
        }
        return default;
    }
}
