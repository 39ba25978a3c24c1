// 练习 1.3-b：同时等两个数
Task<int> SumAsync(Func<Task<int>> first, Func<Task<int>> second)
{
    // 在这里写（给方法加上 async，就能用 await）
    throw new NotImplementedException();
}
