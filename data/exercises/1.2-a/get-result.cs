// 提示：占着线程等了
async Task<T> RetryAsync<T>(Func<Task<T>> make, int times)
{
    for (var i = 1; ; i++)
    {
        try { return make().GetAwaiter().GetResult(); }
        catch when (i < times) { }
    }
}
