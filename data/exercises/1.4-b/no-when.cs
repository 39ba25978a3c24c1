// 提示：它自己取消了
async Task<T> WithTimeoutAsync<T>(Func<CancellationToken, Task<T>> job, TimeSpan limit)
{
    using var source = new CancellationTokenSource(limit);
    try { return await job(source.Token); }
    catch (OperationCanceledException) { throw new TimeoutException(); }
}
