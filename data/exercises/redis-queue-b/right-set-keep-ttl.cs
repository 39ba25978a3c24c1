async Task<bool> TryBuyAsync(IDatabase db, RedisKey stock)
{
    while (true)
    {
        var left = await db.StringGetAsync(stock);
        if (left.IsNull || (int)left <= 0) return false;
        var transaction = db.CreateTransaction();
        transaction.AddCondition(Condition.StringEqual(stock, left));
        _ = transaction.StringSetAsync(stock, (int)left - 1, null, keepTtl: true);
        if (await transaction.ExecuteAsync()) return true;
    }
}
