async Task<IResult> WithTimeoutAsync(
    Func<CancellationToken, Task<string>> work, TimeSpan limit, CancellationToken aborted)
{
    using var source = CancellationTokenSource.CreateLinkedTokenSource(aborted);
    try { return TypedResults.Text(await work(source.Token).WaitAsync(limit, aborted)); }
    catch (TimeoutException)
    {
        await source.CancelAsync();
        return TypedResults.StatusCode(StatusCodes.Status504GatewayTimeout);
    }
}
