// 提示：占着线程等了
async Task WithCleanupAsync(
    Func<CancellationToken, Task> job, Func<CancellationToken, Task> cleanup, TimeSpan limit, CancellationToken token)
{
    try { job(token).GetAwaiter().GetResult(); }
    finally
    {
        using var own = new CancellationTokenSource(limit);
        await cleanup(own.Token);
    }
}
