// 提示：cleanup 要跑一次
async Task WithCleanupAsync(
    Func<CancellationToken, Task> job, Func<CancellationToken, Task> cleanup, TimeSpan limit, CancellationToken token)
{
    using var own = new CancellationTokenSource();
    try { await job(token); }
    catch (OperationCanceledException)
    {
        own.CancelAfter(limit);
        await cleanup(own.Token);
        throw;
    }
}
