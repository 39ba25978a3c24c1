// 提示：你装了 1 个
async Task<T> FirstSuccessAsync<T>(IReadOnlyList<Task<T>> tasks)
{
    Exception last = null;
    await foreach (var task in Task.WhenEach(tasks))
    {
        try { return await task; }
        catch (Exception error) { last = error; }
    }
    throw new AggregateException(last);
}
