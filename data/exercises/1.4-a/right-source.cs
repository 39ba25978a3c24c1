async Task<T> FirstSuccessAsync<T>(IReadOnlyList<Task<T>> tasks)
{
    var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
    async Task OneAsync(Task<T> task) => answer.TrySetResult(await task);
    var all = Task.WhenAll(tasks.Select(OneAsync));
    await Task.WhenAny(answer.Task, all);
    return answer.Task.IsCompleted ? await answer.Task : throw all.Exception;
}
