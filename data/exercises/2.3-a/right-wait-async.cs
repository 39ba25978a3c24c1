async Task<IResult> WithTimeoutAsync(
    Func<CancellationToken, Task<string>> work, TimeSpan limit, CancellationToken aborted)
{
    using var source = CancellationTokenSource.CreateLinkedTokenSource(aborted);
    try { return Results.Text(await work(source.Token).WaitAsync(limit, aborted)); }
    catch (TimeoutException)
    {
        source.Cancel();
        return Results.StatusCode(504);
    }
}
