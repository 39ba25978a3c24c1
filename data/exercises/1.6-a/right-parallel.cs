async Task<R[]> MapAsync<T, R>(IReadOnlyList<T> items, Func<T, Task<R>> func, int limit)
{
    var results = new R[items.Count];
    var options = new ParallelOptions { MaxDegreeOfParallelism = limit };
    await Parallel.ForEachAsync(Enumerable.Range(0, items.Count), options,
        async (i, _) => results[i] = await func(items[i]));
    return results;
}
