// 提示：占着线程等了
async Task<T> WithTimeoutAsync<T>(Func<CancellationToken, Task<T>> job, TimeSpan limit)
{
    using var source = new CancellationTokenSource(limit);
    try { return job(source.Token).Result; }
    catch (AggregateException all) when (all.InnerException is OperationCanceledException && source.IsCancellationRequested) { throw new TimeoutException(); }
    catch (AggregateException all) { throw all.InnerException; }
}
