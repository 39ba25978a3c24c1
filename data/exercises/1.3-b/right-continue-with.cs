Task<int> SumAsync(Func<Task<int>> first, Func<Task<int>> second)
{
    var (a, b) = (first(), second());
    return a.ContinueWith(x => b.ContinueWith(y => x.Result + y.Result)).Unwrap();
}
