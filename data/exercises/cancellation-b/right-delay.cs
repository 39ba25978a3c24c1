async Task<T> WaitForAsync<T>(Task<T> task, CancellationToken token)
{
    using var linked = CancellationTokenSource.CreateLinkedTokenSource(token);
    if (await Task.WhenAny(task, Task.Delay(Timeout.Infinite, linked.Token)) != task)
        token.ThrowIfCancellationRequested();
    linked.Cancel();
    return await task;
}
