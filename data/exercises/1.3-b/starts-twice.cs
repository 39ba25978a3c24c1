// 提示：各调用一次
async Task<int> SumAsync(Func<Task<int>> first, Func<Task<int>> second)
{
    await Task.WhenAll(first(), second());
    return await first() + await second();
}
