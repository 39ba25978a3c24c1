// 提示：不是抛出 TimeoutException
async Task<IResult> WithTimeoutAsync(
    Func<CancellationToken, Task<string>> work, TimeSpan limit, CancellationToken aborted) =>
    Results.Text(await work(aborted).WaitAsync(limit, aborted));
