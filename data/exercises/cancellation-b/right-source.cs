Task<T> WaitForAsync<T>(Task<T> task, CancellationToken token)
{
    var box = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
    var registration = token.Register(() => box.TrySetCanceled(token));
    task.ContinueWith(ended =>
    {
        registration.Dispose();
        box.TrySetFromTask(ended);
    }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    return box.Task;
}
