Task<string> AskAsync(Action<Action<string>, Action<Exception>> start)
{
    var box = new TaskCompletionSource<Task<string>>(TaskCreationOptions.RunContinuationsAsynchronously);
    start(result => box.TrySetResult(Task.FromResult(result)), error => box.TrySetResult(Task.FromException<string>(error)));
    return box.Task.Unwrap();
}
