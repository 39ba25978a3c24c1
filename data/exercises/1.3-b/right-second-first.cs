async Task<int> SumAsync(Func<Task<int>> first, Func<Task<int>> second)
{
    var b = second();
    var a = first();
    return await b + await a;
}
