class Then(Func<Task> action) : IAsyncDisposable { public async ValueTask DisposeAsync() => await action(); }
async Task WithCleanupAsync(
    Func<CancellationToken, Task> job, Func<CancellationToken, Task> cleanup, TimeSpan limit, CancellationToken token)
{
    await using var then = new Then(async () =>
    {
        using var own = new CancellationTokenSource(limit);
        await cleanup(own.Token);
    });
    await job(token);
}
