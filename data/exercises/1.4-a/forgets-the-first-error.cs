// 提示：你装了 2 个
async Task<T> FirstSuccessAsync<T>(IReadOnlyList<Task<T>> tasks)
{
    var left = tasks.ToList();
    while (left.Count > 1)
    {
        var task = await Task.WhenAny(left);
        if (task.IsCompletedSuccessfully) return task.Result;
        left.Remove(task);
    }
    try { return await left[0]; }
    catch (Exception error) { throw new AggregateException(error, tasks[1].Exception); }
}
