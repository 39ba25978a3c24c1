// 提示：func 的异常没有带回来
Task<T> OwnThreadAsync<T>(Func<T> func)
{
    var box = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
    new Thread(() =>
    {
        try { box.SetResult(func()); }
        catch (Exception) { }
    }) { IsBackground = true }.Start();
    return box.Task;
}
