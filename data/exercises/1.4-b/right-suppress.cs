async Task<T> WithTimeoutAsync<T>(Func<CancellationToken, Task<T>> job, TimeSpan limit)
{
    using var source = new CancellationTokenSource(limit);
    Task<T> work;
    try { work = job(source.Token); }
    catch (Exception error) { work = Task.FromException<T>(error); }
    await ((Task)work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    return work.IsCanceled && source.IsCancellationRequested ? throw new TimeoutException() : await work;
}
