// 提示：应当得到：ArithmeticException
async Task WithCleanupAsync(
    Func<CancellationToken, Task> job, Func<CancellationToken, Task> cleanup, TimeSpan limit, CancellationToken token)
{
    try { await job(token); }
    catch (Exception) { }
    using var own = new CancellationTokenSource(limit);
    await cleanup(own.Token);
}
