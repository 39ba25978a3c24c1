// 练习 1.4-b：超时就真的停
async Task<T> WithTimeoutAsync<T>(Func<CancellationToken, Task<T>> job, TimeSpan limit)
{
    // 在这里写
    throw new NotImplementedException();
}
