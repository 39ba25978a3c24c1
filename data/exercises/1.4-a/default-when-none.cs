// 提示：你返回了 null
async Task<T> FirstSuccessAsync<T>(IReadOnlyList<Task<T>> tasks)
{
    await foreach (var task in Task.WhenEach(tasks))
        if (task.IsCompletedSuccessfully) return await task;
    return default;
}
