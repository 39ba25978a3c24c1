// 提示：先减再补回来
async Task<bool> TryBuyAsync(IDatabase db, RedisKey stock)
{
    if (await db.StringDecrementAsync(stock) >= 0)
        return true;
    await db.StringIncrementAsync(stock);
    return false;
}
