async Task<T> WithTimeoutAsync<T>(Func<CancellationToken, Task<T>> job, TimeSpan limit)
{
    using var source = new CancellationTokenSource();
    var late = false;
    using var timer = new Timer(_ => { late = true; source.Cancel(); }, null, limit, Timeout.InfiniteTimeSpan);
    try { return await job(source.Token); }
    catch (OperationCanceledException) when (Volatile.Read(ref late)) { throw new TimeoutException(); }
}
