// 练习 1.7-b：能取消的倒计时
IAsyncEnumerable<int> CountdownAsync(
    int from, TimeSpan gap, CancellationToken token = default)
{
    // 在这里写（参数也可以改）
    throw new NotImplementedException();
}
