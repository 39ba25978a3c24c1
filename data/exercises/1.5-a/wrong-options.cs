// 提示：加上 RunContinuationsAsynchronously
Task<string> AskAsync(Action<Action<string>, Action<Exception>> start)
{
    var box = new TaskCompletionSource<string>(TaskContinuationOptions.RunContinuationsAsynchronously);
    start(result => box.TrySetResult(result), error => box.TrySetException(error));
    return box.Task;
}
