// 提示：不要等所有的
async Task<T> FirstSuccessAsync<T>(IReadOnlyList<Task<T>> tasks)
{
    var good = new List<T>();
    var errors = new List<Exception>();
    await foreach (var task in Task.WhenEach(tasks))
    {
        if (task.IsCompletedSuccessfully) good.Add(task.Result);
        else if (task.IsFaulted) errors.Add(task.Exception.InnerException);
    }
    return good.Count > 0 ? good[0] : throw new AggregateException(errors);
}
