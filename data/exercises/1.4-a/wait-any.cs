// 提示：占着线程等了
async Task<T> FirstSuccessAsync<T>(IReadOnlyList<Task<T>> tasks)
{
    var left = tasks.ToList();
    var errors = new List<Exception>();
    while (left.Count > 0)
    {
        var i = Task.WaitAny([.. left]);
        var task = left[i];
        left.RemoveAt(i);
        try { return await task; }
        catch (Exception error) { errors.Add(error); }
    }
    throw new AggregateException(errors);
}
