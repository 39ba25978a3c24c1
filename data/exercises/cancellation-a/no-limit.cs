// 提示：收尾没有时限
async Task WithCleanupAsync(
    Func<CancellationToken, Task> job, Func<CancellationToken, Task> cleanup, TimeSpan limit, CancellationToken token)
{
    try { await job(token); }
    finally { await cleanup(CancellationToken.None); }
}
