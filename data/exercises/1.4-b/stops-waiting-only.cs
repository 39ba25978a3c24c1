// 提示：活还在干
async Task<T> WithTimeoutAsync<T>(Func<CancellationToken, Task<T>> job, TimeSpan limit) =>
    await job(CancellationToken.None).WaitAsync(limit);
