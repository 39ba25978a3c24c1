// 提示：得到“AggregateException”
async Task<T> RetryAsync<T>(Func<Task<T>> make, int times)
{
    var errors = new List<Exception>();
    for (var i = 0; i < times; i++)
    {
        try { return await make(); }
        catch (Exception error) { errors.Add(error); }
    }
    throw new AggregateException(errors);
}
