// 提示：一件接一件地做了
async Task<R[]> MapAsync<T, R>(IReadOnlyList<T> items, Func<T, Task<R>> func, int limit)
{
    var results = new List<R>();
    foreach (var item in items) results.Add(await func(item));
    return [.. results];
}
