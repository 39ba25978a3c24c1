// 提示：照常抛出取消，不要回答 504
async Task<IResult> WithTimeoutAsync(
    Func<CancellationToken, Task<string>> work, TimeSpan limit, CancellationToken aborted)
{
    using var source = CancellationTokenSource.CreateLinkedTokenSource(aborted);
    source.CancelAfter(limit);
    try { return Results.Text(await work(source.Token)); }
    catch (OperationCanceledException) { return Results.StatusCode(504); }
}
