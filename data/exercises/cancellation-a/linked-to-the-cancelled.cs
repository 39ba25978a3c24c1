// 提示：已经取消了
async Task WithCleanupAsync(
    Func<CancellationToken, Task> job, Func<CancellationToken, Task> cleanup, TimeSpan limit, CancellationToken token)
{
    try { await job(token); }
    finally
    {
        using var own = CancellationTokenSource.CreateLinkedTokenSource(token);
        own.CancelAfter(limit);
        await cleanup(own.Token);
    }
}
