async Task<int> SumAsync(Func<Task<int>> first, Func<Task<int>> second)
{
    var sum = 0;
    Task<int>[] both = [first(), second()];
    await foreach (var task in Task.WhenEach(both))
        sum += await task;
    return sum;
}
