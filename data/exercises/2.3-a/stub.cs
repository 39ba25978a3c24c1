// 练习 2.3-a：过时不候
async Task<IResult> WithTimeoutAsync(
    Func<CancellationToken, Task<string>> work, TimeSpan limit, CancellationToken aborted)
{
    // 在这里写
    throw new NotImplementedException();
}
