// 提示：也是登记
async Task<T> WaitForAsync<T>(Task<T> task, CancellationToken token)
{
    await Task.WhenAny(task, Task.Delay(Timeout.Infinite, token));
    token.ThrowIfCancellationRequested();
    return await task;
}
