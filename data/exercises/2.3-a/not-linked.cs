// 提示：给活的令牌要跟着 aborted 走
async Task<IResult> WithTimeoutAsync(
    Func<CancellationToken, Task<string>> work, TimeSpan limit, CancellationToken aborted)
{
    using var source = new CancellationTokenSource(limit);
    try { return Results.Text(await work(source.Token)); }
    catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
    {
        return Results.StatusCode(504);
    }
}
