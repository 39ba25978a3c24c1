// 提示：换成 await
async Task<int> SumAsync(Func<Task<int>> first, Func<Task<int>> second)
{
    await Task.Yield();
    var (a, b) = (first(), second());
    return a.Result + b.Result;
}
