async Task<T> RetryAsync<T>(Func<Task<T>> make, int times)
{
    Task<T> task = null;
    for (var i = 0; i < times; i++)
    {
        task = make();
        await Task.WhenAny(task);
        if (task.IsCompletedSuccessfully)
            break;
    }
    return await task;
}
