async Task<R[]> MapAsync<T, R>(IReadOnlyList<T> items, Func<T, Task<R>> func, int limit)
{
    var (all, running) = (new List<Task<R>>(), new HashSet<Task<R>>());
    foreach (var item in items)
    {
        if (running.Count == limit) running.Remove(await Task.WhenAny(running));
        var task = func(item);
        all.Add(task);
        running.Add(task);
    }
    return await Task.WhenAll(all);
}
