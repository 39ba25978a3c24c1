async Task<T> FirstSuccessAsync<T>(IReadOnlyList<Task<T>> tasks)
{
    await foreach (var task in Task.WhenEach(tasks))
        if (task.IsCompletedSuccessfully) return task.Result;
    throw new AggregateException(tasks.Select(task => task.Exception ?? (Exception)new TaskCanceledException(task)));
}
