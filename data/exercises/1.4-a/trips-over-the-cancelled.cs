// 提示：你抛出了 NullReferenceException
async Task<T> FirstSuccessAsync<T>(IReadOnlyList<Task<T>> tasks)
{
    var errors = new List<Exception>();
    await foreach (var task in Task.WhenEach(tasks))
    {
        if (task.IsCompletedSuccessfully) return await task;
        errors.Add(task.Exception.InnerException);
    }
    throw new AggregateException(errors);
}
