// 提示：客户端自己走了
async Task<IResult> WithTimeoutAsync(
    Func<CancellationToken, Task<string>> work, TimeSpan limit, CancellationToken aborted)
{
    using var source = CancellationTokenSource.CreateLinkedTokenSource(aborted);
    source.CancelAfter(limit);
    try { return Results.Text(await work(source.Token)); }
    catch (OperationCanceledException) when (aborted.IsCancellationRequested) { return Results.StatusCode(499); }
    catch (OperationCanceledException) when (source.IsCancellationRequested) { return Results.StatusCode(504); }
}
