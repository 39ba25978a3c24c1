// 提示：一个 Task 只跑一次
async Task<T> RetryAsync<T>(Func<Task<T>> make, int times)
{
    var task = make();
    for (var i = 1; ; i++)
    {
        try { return await task; }
        catch when (i < times) { }
    }
}
