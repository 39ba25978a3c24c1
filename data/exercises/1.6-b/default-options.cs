// 提示：让延续去排队
Task<T> OwnThreadAsync<T>(Func<T> func)
{
    var box = new TaskCompletionSource<T>();
    new Thread(() =>
    {
        try { box.SetResult(func()); }
        catch (Exception error) { box.SetException(error); }
    }) { IsBackground = true }.Start();
    return box.Task;
}
