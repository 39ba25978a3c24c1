// 提示：应当照常抛出去
async Task<IResult> WithTimeoutAsync(
    Func<CancellationToken, Task<string>> work, TimeSpan limit, CancellationToken aborted)
{
    using var source = CancellationTokenSource.CreateLinkedTokenSource(aborted);
    source.CancelAfter(limit);
    try { return Results.Text(await work(source.Token)); }
    catch (Exception) when (!aborted.IsCancellationRequested) { return Results.StatusCode(504); }
}
