// 提示：job 失败的时候，cleanup 要跑一次
async Task WithCleanupAsync(
    Func<CancellationToken, Task> job, Func<CancellationToken, Task> cleanup, TimeSpan limit, CancellationToken token)
{
    await job(token);
    using var own = new CancellationTokenSource(limit);
    await cleanup(own.Token);
}
