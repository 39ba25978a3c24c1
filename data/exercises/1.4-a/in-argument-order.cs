// 提示：要按做完的先后
async Task<T> FirstSuccessAsync<T>(IReadOnlyList<Task<T>> tasks)
{
    var errors = new List<Exception>();
    foreach (var task in tasks)
    {
        try { return await task; }
        catch (Exception error) { errors.Add(error); }
    }
    throw new AggregateException(errors);
}
