// 提示：还留着你的登记
async Task<T> WaitForAsync<T>(Task<T> task, CancellationToken token)
{
    var gone = new TaskCompletionSource<T>();
    token.Register(() => gone.TrySetCanceled(token));
    return await await Task.WhenAny(task, gone.Task);
}
