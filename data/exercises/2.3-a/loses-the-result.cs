// 提示：用 Results.Text 返回结果
async Task<IResult> WithTimeoutAsync(
    Func<CancellationToken, Task<string>> work, TimeSpan limit, CancellationToken aborted)
{
    using var source = CancellationTokenSource.CreateLinkedTokenSource(aborted);
    source.CancelAfter(limit);
    try { await work(source.Token); return Results.Ok(); }
    catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
    {
        return Results.StatusCode(504);
    }
}
