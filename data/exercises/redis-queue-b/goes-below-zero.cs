// 提示：没有了就不要再减
async Task<bool> TryBuyAsync(IDatabase db, RedisKey stock) =>
    await db.StringDecrementAsync(stock) >= 0;
