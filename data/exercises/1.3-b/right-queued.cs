async Task<int> SumAsync(Func<Task<int>> first, Func<Task<int>> second)
{
    var (a, b) = (EventLoop.CreateTask(first), EventLoop.CreateTask(second));
    return await a + await b;
}
