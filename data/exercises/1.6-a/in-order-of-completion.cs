// 提示：结果要按 items 的顺序
async Task<R[]> MapAsync<T, R>(IReadOnlyList<T> items, Func<T, Task<R>> func, int limit)
{
    var results = new List<R>();
    await Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = limit }, async (item, _) =>
    {
        var result = await func(item);
        lock (results) results.Add(result);
    });
    return [.. results];
}
