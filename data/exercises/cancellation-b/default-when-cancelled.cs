// 提示：你的是：
async Task<T> WaitForAsync<T>(Task<T> task, CancellationToken token)
{
    var gone = new TaskCompletionSource<T>();
    using (token.Register(() => gone.TrySetResult(default)))
        return await await Task.WhenAny(task, gone.Task);
}
