// 提示：占着线程
class Lease(SemaphoreSlim gate) : IAsyncDisposable
{
    int released;
    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref released, 1) == 0) gate.Release();
        return ValueTask.CompletedTask;
    }
}
Task<IAsyncDisposable> AcquireAsync(SemaphoreSlim gate) => Task.Run(IAsyncDisposable () => { gate.Wait(); return new Lease(gate); });
