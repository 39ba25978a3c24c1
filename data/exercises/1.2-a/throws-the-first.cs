// 提示：得到“第 1 次失败”
async Task<T> RetryAsync<T>(Func<Task<T>> make, int times)
{
    Exception first = null;
    for (var i = 0; i < times; i++)
    {
        try { return await make(); }
        catch (Exception error) { first ??= error; }
    }
    throw first;
}
