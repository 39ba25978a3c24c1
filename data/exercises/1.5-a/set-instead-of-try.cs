// 提示：换成 TrySet…
Task<string> AskAsync(Action<Action<string>, Action<Exception>> start)
{
    var box = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
    start(box.SetResult, box.SetException);
    return box.Task;
}
