// 提示：不要等满 limit
async Task<T> WithTimeoutAsync<T>(Func<CancellationToken, Task<T>> job, TimeSpan limit)
{
    using var source = new CancellationTokenSource();
    var work = job(source.Token);
    await Task.Delay(limit);
    if (work.IsCompleted) return await work;
    source.Cancel();
    try { await work; } catch { }
    throw new TimeoutException();
}
