async Task<T> WaitForAsync<T>(Task<T> task, CancellationToken token)
{
    var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    var registration = token.Register(gone.SetResult);
    try
    {
        var first = await Task.WhenAny(task, gone.Task);
        return first == task ? await task : throw new OperationCanceledException(token);
    }
    finally { await registration.DisposeAsync(); }
}
