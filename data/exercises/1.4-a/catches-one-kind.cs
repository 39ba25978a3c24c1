// 提示：被取消的要跳过
async Task<T> FirstSuccessAsync<T>(IReadOnlyList<Task<T>> tasks)
{
    var errors = new List<Exception>();
    await foreach (var task in Task.WhenEach(tasks))
    {
        try { return await task; }
        catch (FormatException error) { errors.Add(error); }
    }
    throw new AggregateException(errors);
}
