// 提示：得到“InvalidOperationException”
async Task<T> RetryAsync<T>(Func<Task<T>> make, int times)
{
    for (var i = 0; i < times; i++)
    {
        try { return await make(); }
        catch { }
    }
    throw new InvalidOperationException("一直失败");
}
