// 提示：活自己抛了取消
async Task<IResult> WithTimeoutAsync(
    Func<CancellationToken, Task<string>> work, TimeSpan limit, CancellationToken aborted)
{
    using var source = CancellationTokenSource.CreateLinkedTokenSource(aborted);
    source.CancelAfter(limit);
    try { return Results.Text(await work(source.Token)); }
    catch (OperationCanceledException) when (!aborted.IsCancellationRequested) { return Results.StatusCode(504); }
}
