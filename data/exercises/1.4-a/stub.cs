// 练习 1.4-a：第一个成功的
async Task<T> FirstSuccessAsync<T>(IReadOnlyList<Task<T>> tasks)
{
    // 在这里写
    throw new NotImplementedException();
}
