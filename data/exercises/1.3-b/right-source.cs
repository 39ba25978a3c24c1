Task<int> SumAsync(Func<Task<int>> first, Func<Task<int>> second)
{
    var (sum, left, answer) = (0, 2, new TaskCompletionSource<int>());
    async Task AddAsync(Task<int> one)
    {
        var number = await one;
        Interlocked.Add(ref sum, number);
        if (Interlocked.Decrement(ref left) == 0) answer.SetResult(sum);
    }
    _ = AddAsync(first());
    _ = AddAsync(second());
    return answer.Task;
}
