// 提示：要调用 start
Task<string> AskAsync(Action<Action<string>, Action<Exception>> start)
{
    var box = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
    return box.Task;
}
