async Task<bool> TryBuyAsync(IDatabase db, RedisKey stock)
{
    while (true)
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
}
