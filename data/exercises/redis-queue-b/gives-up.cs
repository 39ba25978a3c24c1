// 提示：要重新看，再试
async Task<bool> TryBuyAsync(IDatabase db, RedisKey stock)
{
    var left = await db.StringGetAsync(stock);
    if ((int)left <= 0)
        return false;
    var transaction = db.CreateTransaction();
    transaction.AddCondition(Condition.StringEqual(stock, left));
    _ = transaction.StringDecrementAsync(stock);
    return await transaction.ExecuteAsync();
}
