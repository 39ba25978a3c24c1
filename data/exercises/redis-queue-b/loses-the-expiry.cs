// 提示：期限没有了
async Task<bool> TryBuyAsync(IDatabase db, RedisKey stock)
{
    while (true)
    {
        var seen = await db.StringGetAsync(stock);
        if (seen.IsNull || (int)seen <= 0)
            return false;
        var transaction = db.CreateTransaction();
        transaction.AddCondition(Condition.StringEqual(stock, seen));
        _ = transaction.StringSetAsync(stock, (int)seen - 1);
        if (await transaction.ExecuteAsync())
            return true;
    }
}
