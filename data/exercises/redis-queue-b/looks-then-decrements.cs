// 提示：要合成一步
async Task<bool> TryBuyAsync(IDatabase db, RedisKey stock)
{
    if ((int)await db.StringGetAsync(stock) <= 0)
        return false;
    await db.StringDecrementAsync(stock);
    return true;
}
