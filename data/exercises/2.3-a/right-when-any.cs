async Task<IResult> WithTimeoutAsync(
    Func<CancellationToken, Task<string>> work, TimeSpan limit, CancellationToken aborted)
{
    using var source = CancellationTokenSource.CreateLinkedTokenSource(aborted);
    var job = work(source.Token);
    var first = await Task.WhenAny(job, Task.Delay(limit, aborted));
    if (first == job)
        return Results.Text(await job);
    await source.CancelAsync();
    aborted.ThrowIfCancellationRequested();
    return Results.Problem(statusCode: 504);
}
