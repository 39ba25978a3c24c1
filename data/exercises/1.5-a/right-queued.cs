Task<string> AskAsync(Action<Action<string>, Action<Exception>> start)
{
    var box = new TaskCompletionSource<string>();
    Task.Run(() => start(
        result => ThreadPool.QueueUserWorkItem(_ => box.TrySetResult(result)),
        error => ThreadPool.QueueUserWorkItem(_ => box.TrySetException(error))));
    return box.Task;
}
