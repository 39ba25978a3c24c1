// 提示：得到“null”
async Task<T> RetryAsync<T>(Func<Task<T>> make, int times)
{
    for (var i = 0; i < times; i++)
    {
        try { return await make(); }
        catch { }
    }
    return default;
}
