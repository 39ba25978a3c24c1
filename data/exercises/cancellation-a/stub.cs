// 练习 cancellation-a：收尾有自己的令牌
async Task WithCleanupAsync(
    Func<CancellationToken, Task> job, Func<CancellationToken, Task> cleanup, TimeSpan limit, CancellationToken token)
{
    // 在这里写
    throw new NotImplementedException();
}
