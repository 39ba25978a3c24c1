// 提示：gate.Wait() 换成 await gate.WaitAsync()
async Task<R[]> MapAsync<T, R>(IReadOnlyList<T> items, Func<T, Task<R>> func, int limit)
{
    using var gate = new SemaphoreSlim(limit);
    async Task<R> OneAsync(T item)
    {
        gate.Wait();
        try { return await func(item); }
        finally { gate.Release(); }
    }

    return await Task.WhenAll(items.Select(OneAsync).ToList());
}
