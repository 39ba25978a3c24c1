// 练习 1.8-c：一次关掉一堆
Task DisposeAllAsync(IReadOnlyList<IAsyncDisposable> resources)
{
    // 在这里写
    throw new NotImplementedException();
}
