// 提示：别的程序不认识你的锁
static SemaphoreSlim _one = new(1);

async Task<bool> TryBuyAsync(IDatabase db, RedisKey stock)
{
    await _one.WaitAsync();
    try
    {
        var seen = await db.StringGetAsync(stock);
        if (seen.IsNull || (int)seen <= 0)
            return false;
        await db.StringDecrementAsync(stock);
        return true;
    }
    finally { _one.Release(); }
}
