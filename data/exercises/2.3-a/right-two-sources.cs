async Task<IResult> WithTimeoutAsync(
    Func<CancellationToken, Task<string>> work, TimeSpan limit, CancellationToken aborted)
{
    using var late = new CancellationTokenSource(limit);
    using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, aborted);
    try { return Results.Text(await work(both.Token)); }
    catch (OperationCanceledException) when (late.IsCancellationRequested)
    {
        aborted.ThrowIfCancellationRequested();
        return TypedResults.StatusCode(StatusCodes.Status504GatewayTimeout);
    }
}
