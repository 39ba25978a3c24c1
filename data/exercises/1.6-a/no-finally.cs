// 提示：Release 写进 finally
async Task<R[]> MapAsync<T, R>(IReadOnlyList<T> items, Func<T, Task<R>> func, int limit)
{
    using var gate = new SemaphoreSlim(limit);
    async Task<R> OneAsync(T item)
    {
        await gate.WaitAsync();
        var result = await func(item);
        gate.Release();
        return result;
    }

    return await Task.WhenAll(items.Select(OneAsync));
}
