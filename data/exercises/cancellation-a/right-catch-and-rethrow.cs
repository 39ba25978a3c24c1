async Task WithCleanupAsync(
    Func<CancellationToken, Task> job, Func<CancellationToken, Task> cleanup, TimeSpan limit, CancellationToken token)
{
    System.Runtime.ExceptionServices.ExceptionDispatchInfo failed = null;
    try { await job(token); }
    catch (Exception error) { failed = System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(error); }
    using (var own = new CancellationTokenSource())
    {
        own.CancelAfter(limit);
        await cleanup(own.Token);
    }
    failed?.Throw();
}
