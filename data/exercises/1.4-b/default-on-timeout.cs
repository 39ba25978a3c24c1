// 提示：你的是：null
async Task<T> WithTimeoutAsync<T>(Func<CancellationToken, Task<T>> job, TimeSpan limit)
{
    using var source = new CancellationTokenSource(limit);
    try { return await job(source.Token); }
    catch (OperationCanceledException) when (source.IsCancellationRequested) { return default; }
}
