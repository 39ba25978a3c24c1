// 提示：没有超时
async Task<T> WithTimeoutAsync<T>(Func<CancellationToken, Task<T>> job, TimeSpan limit)
{
    using var source = new CancellationTokenSource();
    source.Cancel();
    try { return await job(source.Token); }
    catch (OperationCanceledException) when (source.IsCancellationRequested) { throw new TimeoutException(); }
}
