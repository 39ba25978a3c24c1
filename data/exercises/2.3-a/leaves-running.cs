// 提示：可是活还在干
async Task<IResult> WithTimeoutAsync(
    Func<CancellationToken, Task<string>> work, TimeSpan limit, CancellationToken aborted)
{
    try { return Results.Text(await work(aborted).WaitAsync(limit, aborted)); }
    catch (TimeoutException) { return Results.StatusCode(504); }
}
