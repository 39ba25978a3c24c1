// 提示：调用的人应当接到它的异常
async Task<R[]> MapAsync<T, R>(IReadOnlyList<T> items, Func<T, Task<R>> func, int limit)
{
    using var gate = new SemaphoreSlim(limit);
    async Task<R> OneAsync(T item)
    {
        await gate.WaitAsync();
        try { return await func(item); }
        catch (Exception) { return default; }
        finally { gate.Release(); }
    }

    return await Task.WhenAll(items.Select(OneAsync));
}
