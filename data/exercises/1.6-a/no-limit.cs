// 提示：最多 3 件同时做
async Task<R[]> MapAsync<T, R>(IReadOnlyList<T> items, Func<T, Task<R>> func, int limit) =>
    await Task.WhenAll(items.Select(func));
