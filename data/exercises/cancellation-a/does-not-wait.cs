// 提示：没有等 cleanup 做完
async Task WithCleanupAsync(
    Func<CancellationToken, Task> job, Func<CancellationToken, Task> cleanup, TimeSpan limit, CancellationToken token)
{
    try { await job(token); }
    finally
    {
        var own = new CancellationTokenSource(limit);
        _ = cleanup(own.Token);
    }
}
