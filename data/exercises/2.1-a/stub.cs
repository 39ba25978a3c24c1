// 练习 2.1-a：一次问完
Task<string[]> ReadAllAsync(IDatabase db, RedisKey[] keys)
{
    // 在这里写
    throw new NotImplementedException();
}
