// 提示：.Result 和 .Wait() 换成 await
async Task<R[]> MapAsync<T, R>(IReadOnlyList<T> items, Func<T, Task<R>> func, int limit)
{
    using var gate = new SemaphoreSlim(limit);
    async Task<R> OneAsync(T item)
    {
        await gate.WaitAsync();
        try { return await Task.Run(() => func(item).Result); }
        finally { gate.Release(); }
    }

    return await Task.WhenAll(items.Select(OneAsync));
}
