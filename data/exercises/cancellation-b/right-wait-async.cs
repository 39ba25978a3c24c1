async Task<T> WaitForAsync<T>(Task<T> task, CancellationToken token)
{
    return await task.WaitAsync(token);
}
