// 提示：你给的是 20
async Task<int> SumAsync(Func<Task<int>> first, Func<Task<int>> second)
{
    var (a, b) = (first(), first());
    return await a + await b;
}
