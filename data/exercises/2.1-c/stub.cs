// 练习 2.1-c：抢购
Task<bool> TryBuyAsync(IDatabase db, RedisKey stock)
{
    // 在这里写
    throw new NotImplementedException();
}
