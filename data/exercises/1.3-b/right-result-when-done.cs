async Task<int> SumAsync(Func<Task<int>> first, Func<Task<int>> second)
{
    var (a, b) = (first(), second());
    await Task.WhenAll(a, b);
    return a.Result + b.Result;
}
