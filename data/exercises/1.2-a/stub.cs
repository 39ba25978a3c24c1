// 练习 1.2-a：失败了就重来
Task<T> RetryAsync<T>(Func<Task<T>> make, int times)
{
    // 在这里写（给方法加上 async，就能用 await）
    throw new NotImplementedException();
}
