// 提示：先看再填也不行
Task<string> AskAsync(Action<Action<string>, Action<Exception>> start)
{
    var box = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
    start(
        result => { if (!box.Task.IsCompleted) box.SetResult(result); },
        error => { if (!box.Task.IsCompleted) box.SetException(error); });
    return box.Task;
}
