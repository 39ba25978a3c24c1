// 提示：要马上返回一个任务
Task<T> OwnThreadAsync<T>(Func<T> func)
{
    var box = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
    var thread = new Thread(() => box.SetResult(func()));
    thread.Start();
    thread.Join();
    return box.Task;
}
