// 提示：要重新看，再试
async Task<bool> TryBuyAsync(IDatabase db, RedisKey stock)
{
    for (var i = 0; i < 3; i++)
    {
        var seen = await db.StringGetAsync(stock);
        if (seen.IsNull || (int)seen <= 0)
            return false;
        var transaction = db.CreateTransaction();
        transaction.AddCondition(Condition.StringEqual(stock, seen));
        _ = transaction.StringDecrementAsync(stock);
        if (await transaction.ExecuteAsync())
            return true;
    }
    return false;
}
