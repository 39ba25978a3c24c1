// 提示：应当接到那个异常
Task<string> AskAsync(Action<Action<string>, Action<Exception>> start)
{
    var box = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
    start(result => box.TrySetResult(result), error => box.TrySetException(new InvalidOperationException("出错了", error)));
    return box.Task;
}
