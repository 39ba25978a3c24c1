// 提示：job 要用调用者给的 token
async Task WithCleanupAsync(
    Func<CancellationToken, Task> job, Func<CancellationToken, Task> cleanup, TimeSpan limit, CancellationToken token)
{
    using var own = new CancellationTokenSource(limit);
    try { await job(own.Token); }
    finally { await cleanup(own.Token); }
}
