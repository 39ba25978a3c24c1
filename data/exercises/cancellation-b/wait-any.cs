// 提示：占着线程等了
async Task<T> WaitForAsync<T>(Task<T> task, CancellationToken token)
{
    Task.WaitAny([task], token);
    return await task;
}
