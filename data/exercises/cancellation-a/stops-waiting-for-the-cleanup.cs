// 提示：过了 limit
async Task WithCleanupAsync(
    Func<CancellationToken, Task> job, Func<CancellationToken, Task> cleanup, TimeSpan limit, CancellationToken token)
{
    try { await job(token); }
    finally { await cleanup(CancellationToken.None).WaitAsync(limit); }
}
