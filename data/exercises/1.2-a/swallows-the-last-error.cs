// 提示：要把最后一次的异常交出去
async Task<T> RetryAsync<T>(Func<Task<T>> make, int times)
{
    for (var i = 0; i < times; i++)
    {
        try { return await make(); }
        catch { }
    }
    return default;
}
