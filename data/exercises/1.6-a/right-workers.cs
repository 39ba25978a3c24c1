async Task<R[]> MapAsync<T, R>(IReadOnlyList<T> items, Func<T, Task<R>> func, int limit)
{
    var (results, next) = (new R[items.Count], -1);
    async Task WorkAsync()
    {
        for (var i = Interlocked.Increment(ref next); i < items.Count; i = Interlocked.Increment(ref next))
            results[i] = await func(items[i]);
    }

    await Task.WhenAll(Enumerable.Range(0, limit).Select(_ => WorkAsync()));
    return results;
}
