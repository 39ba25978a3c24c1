async Task<T> WithTimeoutAsync<T>(Func<CancellationToken, Task<T>> job, TimeSpan limit)
{
    using var source = new CancellationTokenSource();
    var work = job(source.Token);
    if (await Task.WhenAny(work, Task.Delay(limit)) == work)
        return await work;
    await source.CancelAsync();
    try { await work; }
    catch (OperationCanceledException) { }
    throw new TimeoutException();
}
