// 提示：你给的是
async Task<int> SumAsync(Func<Task<int>> first, Func<Task<int>> second)
{
    var (a, b) = (first(), second());
    return await a * await b;
}
