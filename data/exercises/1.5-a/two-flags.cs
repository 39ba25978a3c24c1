// 提示：换成 TrySet…
Task<string> AskAsync(Action<Action<string>, Action<Exception>> start)
{
    var (box, done, failed) = (new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously), 0, 0);
    start(
        result => { if (Interlocked.Exchange(ref done, 1) == 0) box.SetResult(result); },
        error => { if (Interlocked.Exchange(ref failed, 1) == 0) box.SetException(error); });
    return box.Task;
}
