async Task<T> WithTimeoutAsync<T>(Func<CancellationToken, Task<T>> job, TimeSpan limit)
{
    using var source = new CancellationTokenSource();
    var work = job(source.Token);
    try { return await work.WaitAsync(limit); }
    catch (TimeoutException) when (!work.IsCompleted)
    {
        source.Cancel();
        try { await work; }
        catch (OperationCanceledException) { }
        throw;
    }
}
