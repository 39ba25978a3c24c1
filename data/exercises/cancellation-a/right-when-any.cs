async Task WithCleanupAsync(
    Func<CancellationToken, Task> job, Func<CancellationToken, Task> cleanup, TimeSpan limit, CancellationToken token)
{
    Task work;
    try { work = job(token); }
    catch (Exception error) { work = Task.FromException(error); }
    await Task.WhenAny(work);
    using var own = new CancellationTokenSource(limit);
    await cleanup(own.Token);
    await work;
}
