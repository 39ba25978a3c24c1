// 提示：你有
async Task<R[]> MapAsync<T, R>(IReadOnlyList<T> items, Func<T, Task<R>> func, int limit)
{
    using var gate = new SemaphoreSlim(limit);
    async Task<R> OneAsync(Task<R> task)
    {
        await gate.WaitAsync();
        try { return await task; }
        finally { gate.Release(); }
    }
    return await Task.WhenAll(items.Select(item => OneAsync(func(item))));
}
