// 提示：你抛出了 FormatException
async Task<T> FirstSuccessAsync<T>(IReadOnlyList<Task<T>> tasks)
{
    Exception last = null;
    await foreach (var task in Task.WhenEach(tasks))
    {
        try { return await task; }
        catch (Exception error) { last = error; }
    }
    throw last;
}
