// 提示：可以 3 件同时做
async Task<R[]> MapAsync<T, R>(IReadOnlyList<T> items, Func<T, Task<R>> func, int limit)
{
    var results = new List<R>();
    foreach (var item in items) results.Add(await func(item));
    return [.. results];
}
