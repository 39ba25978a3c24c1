// 练习 1.7-a：分批
IAsyncEnumerable<int[]> BatchAsync(IAsyncEnumerable<int> source, int size)
{
    // 在这里写（给方法加上 async，就能用 yield return）
    throw new NotImplementedException();
}
