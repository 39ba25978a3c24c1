Task<T> OwnThreadAsync<T>(Func<T> func)
{
    var box = new TaskCompletionSource<T>();
    var thread = new Thread(() =>
    {
        T result = default; Exception error = null;
        try { result = func(); }
        catch (Exception caught) { error = caught; }
        ThreadPool.QueueUserWorkItem(_ => { if (error is null) box.SetResult(result); else box.SetException(error); });
    }) { IsBackground = true };
    thread.Start();
    return box.Task;
}
