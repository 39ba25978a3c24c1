// 提示：它自己的异常应当照常抛出
async Task<T> WaitForAsync<T>(Task<T> task, CancellationToken token)
{
    var gone = new TaskCompletionSource<T>();
    using (token.Register(() => gone.TrySetCanceled(token)))
    {
        await Task.WhenAny(task, gone.Task);
        token.ThrowIfCancellationRequested();
        return task.IsCompletedSuccessfully ? task.Result : default;
    }
}
