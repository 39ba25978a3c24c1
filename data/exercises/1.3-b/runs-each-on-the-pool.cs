// 提示：不用 Task.Run
async Task<int> SumAsync(Func<Task<int>> first, Func<Task<int>> second)
{
    var (a, b) = (Task.Run(first), Task.Run(second));
    return await a + await b;
}
