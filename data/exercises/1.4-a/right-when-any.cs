async Task<T> FirstSuccessAsync<T>(IReadOnlyList<Task<T>> tasks)
{
    var left = tasks.ToHashSet();
    var errors = new List<Exception>();
    while (left.Count > 0)
    {
        var task = await Task.WhenAny(left);
        left.Remove(task);
        try { return await task; }
        catch (Exception error) { errors.Add(error); }
    }
    throw new AggregateException(errors);
}
