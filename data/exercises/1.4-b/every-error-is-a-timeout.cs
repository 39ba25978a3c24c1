// 提示：它自己的异常应当照常抛出
async Task<T> WithTimeoutAsync<T>(Func<CancellationToken, Task<T>> job, TimeSpan limit)
{
    using var source = new CancellationTokenSource(limit);
    try { return await job(source.Token); }
    catch (Exception) { throw new TimeoutException(); }
}
