async Task<T> WithTimeoutAsync<T>(Func<CancellationToken, Task<T>> job, TimeSpan limit)
{
    using var source = new CancellationTokenSource();
    source.CancelAfter(limit);
    var token = source.Token;
    try
    {
        return await job(token);
    }
    catch (OperationCanceledException cancelled) when (token.IsCancellationRequested)
    {
        throw new TimeoutException($"超过了 {limit}", cancelled);
    }
}
