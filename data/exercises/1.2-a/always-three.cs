// 提示：最多 5 次
async Task<T> RetryAsync<T>(Func<Task<T>> make, int times)
{
    for (var i = 1; ; i++)
    {
        try { return await make(); }
        catch when (i < 3) { }
    }
}
