// 提示：你的是：TimeoutException
async Task<T> WaitForAsync<T>(Task<T> task, CancellationToken token)
{
    var gone = new TaskCompletionSource<T>();
    using (token.Register(() => gone.TrySetException(new TimeoutException())))
        return await await Task.WhenAny(task, gone.Task);
}
