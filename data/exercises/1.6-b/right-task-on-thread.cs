async Task<T> OwnThreadAsync<T>(Func<T> func)
{
    var task = new Task<T>(func);
    var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    new Thread(() =>
    {
        task.RunSynchronously();
        ended.SetResult();
    }) { IsBackground = true }.Start();
    await ended.Task.ConfigureAwait(false);
    return await task;
}
