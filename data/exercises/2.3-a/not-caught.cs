// 提示：应当返回 504，不是抛出取消
async Task<IResult> WithTimeoutAsync(
    Func<CancellationToken, Task<string>> work, TimeSpan limit, CancellationToken aborted)
{
    using var source = CancellationTokenSource.CreateLinkedTokenSource(aborted);
    source.CancelAfter(limit);
    return Results.Text(await work(source.Token));
}
