// 提示：你调用了 4 次
async Task<T> RetryAsync<T>(Func<Task<T>> make, int times)
{
    for (var i = 0; ; i++)
    {
        try { return await make(); }
        catch when (i < times) { }
    }
}
