async Task<R[]> MapAsync<T, R>(IReadOnlyList<T> items, Func<T, Task<R>> func, int limit)
{
    var results = new List<R>();
    foreach (var batch in items.Chunk(limit))
        results.AddRange(await Task.WhenAll(batch.Select(func)));
    return [.. results];
}
