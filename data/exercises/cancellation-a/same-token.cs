// 提示：收尾要有自己的令牌
async Task WithCleanupAsync(
    Func<CancellationToken, Task> job, Func<CancellationToken, Task> cleanup, TimeSpan limit, CancellationToken token)
{
    try { await job(token); }
    finally { await cleanup(token); }
}
