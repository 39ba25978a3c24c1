// 提示：2 秒了还没有返回
async Task<T> WithTimeoutAsync<T>(Func<CancellationToken, Task<T>> job, TimeSpan limit)
{
    using var source = new CancellationTokenSource(limit);
    try { return await job(CancellationToken.None); }
    catch (OperationCanceledException) when (source.IsCancellationRequested) { throw new TimeoutException(); }
}
