// 提示：占着线程等了
async Task<int> SumAsync(Func<Task<int>> first, Func<Task<int>> second)
{
    var (a, b) = (first(), second());
    while (!a.IsCompleted || !b.IsCompleted) Thread.Sleep(1);
    return await a + await b;
}
