// 提示：只调用一次
async Task<R[]> MapAsync<T, R>(IReadOnlyList<T> items, Func<T, Task<R>> func, int limit)
{
    using var gate = new SemaphoreSlim(limit);
    async Task<R> OneAsync(T item)
    {
        await gate.WaitAsync();
        try { await func(item); return await func(item); }
        finally { gate.Release(); }
    }
    return await Task.WhenAll(items.Select(OneAsync));
}
