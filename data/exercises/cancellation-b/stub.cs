// 练习 cancellation-b：给不认令牌的任务加上令牌
async Task<T> WaitForAsync<T>(Task<T> task, CancellationToken token)
{
    // 在这里写
    throw new NotImplementedException();
}
