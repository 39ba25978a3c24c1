// 提示：调用者等的是 TimeoutException
async Task<T> WithTimeoutAsync<T>(Func<CancellationToken, Task<T>> job, TimeSpan limit)
{
    using var source = new CancellationTokenSource(limit);
    return await job(source.Token);
}
