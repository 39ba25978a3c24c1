// 提示：应当调用 3 次
async Task<T> RetryAsync<T>(Func<Task<T>> make, int times)
{
    for (var i = 1; ; i++)
    {
        try { return await make(); }
        catch (FormatException) when (i < times) { }
    }
}
