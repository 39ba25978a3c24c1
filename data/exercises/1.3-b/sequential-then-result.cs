// 提示：占着线程等了
async Task<int> SumAsync(Func<Task<int>> first, Func<Task<int>> second)
{
    var a = first();
    return await second() + a.Result;
}
