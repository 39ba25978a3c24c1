// 练习 2.1-b：缓存
Task<string> GetOrCreateAsync(IDatabase db, RedisKey key, TimeSpan life, Func<Task<string>> create)
{
    // 在这里写
    throw new NotImplementedException();
}
