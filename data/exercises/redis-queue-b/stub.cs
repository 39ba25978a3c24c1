// 练习 redis-queue-b：抢购
Task<bool> TryBuyAsync(IDatabase db, RedisKey stock)
{
    // 在这里写
    throw new NotImplementedException();
}
