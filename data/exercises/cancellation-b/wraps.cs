// 提示：它自己的异常应当照常抛出
async Task<T> WaitForAsync<T>(Task<T> task, CancellationToken token)
{
    var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    using var registration = token.Register(() => gone.TrySetResult());
    if (await Task.WhenAny(task, gone.Task) == gone.Task) throw new OperationCanceledException(token);
    return task.IsFaulted ? throw task.Exception : task.Result;
}
