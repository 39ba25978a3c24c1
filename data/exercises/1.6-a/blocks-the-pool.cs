// 提示：有人占着线程等
async Task<R[]> MapAsync<T, R>(IReadOnlyList<T> items, Func<T, Task<R>> func, int limit)
{
    using var gate = new SemaphoreSlim(limit);
    R One(T item)
    {
        gate.Wait();
        try { return func(item).GetAwaiter().GetResult(); }
        finally { gate.Release(); }
    }

    return await Task.WhenAll(items.Select(item => Task.Run(() => One(item))));
}
