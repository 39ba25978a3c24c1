// 提示：DisposeAsync 里要 Release
class Lease : IAsyncDisposable
{
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

async Task<IAsyncDisposable> AcquireAsync(SemaphoreSlim gate)
{
    await gate.WaitAsync();
    return new Lease();
}
