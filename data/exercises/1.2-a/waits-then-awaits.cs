// 提示：占着线程等了
async Task<T> RetryAsync<T>(Func<Task<T>> make, int times)
{
    for (var i = 1; ; i++)
    {
        var task = make();
        try { task.Wait(); } catch { }
        try { return await task; }
        catch when (i < times) { }
    }
}
