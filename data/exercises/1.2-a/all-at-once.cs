// 提示：同时有 3 次在跑
async Task<T> RetryAsync<T>(Func<Task<T>> make, int times)
{
    var tasks = Enumerable.Range(0, times).Select(_ => make()).ToList();
    await foreach (var task in Task.WhenEach(tasks))
        if (task.IsCompletedSuccessfully) return await task;
    return await tasks[^1];
}
