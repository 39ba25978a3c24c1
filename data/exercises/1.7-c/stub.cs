// 练习 1.7-c：两条流合成一条
IAsyncEnumerable<string> MergeAsync(
    IAsyncEnumerable<string> left, IAsyncEnumerable<string> right)
{
    // 在这里写
    throw new NotImplementedException();
}
