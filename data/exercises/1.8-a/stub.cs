// 练习 1.8-a：异步的锁
Task<IAsyncDisposable> AcquireAsync(SemaphoreSlim gate)
{
    // 在这里写（可以另外写一个类，实现 IAsyncDisposable）
    throw new NotImplementedException();
}
