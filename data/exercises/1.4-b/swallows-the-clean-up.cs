// 提示：活还在干
async Task<T> WithTimeoutAsync<T>(Func<CancellationToken, Task<T>> job, TimeSpan limit)
{
    using var source = new CancellationTokenSource();
    var work = job(source.Token);
    var first = await Task.WhenAny(work, Task.Delay(limit, source.Token));
    source.Cancel();
    return first == work ? await work : throw new TimeoutException();
}
