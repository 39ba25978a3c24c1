// 练习 1.6-a：限量的 map
async Task<R[]> MapAsync<T, R>(IReadOnlyList<T> items, Func<T, Task<R>> func, int limit)
{
    // 在这里写
    throw new NotImplementedException();
}
