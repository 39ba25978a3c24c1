// 提示：不用 Task.Run
Task<int> SumAsync(Func<Task<int>> first, Func<Task<int>> second) => Task.Run(() =>
{
    var a = first();
    var b = second();
    return a.Result + b.Result;
});
