// 提示：取消以后，应当马上抛
async Task<T> WaitForAsync<T>(Task<T> task, CancellationToken token)
{
    var result = await task;
    token.ThrowIfCancellationRequested();
    return result;
}
