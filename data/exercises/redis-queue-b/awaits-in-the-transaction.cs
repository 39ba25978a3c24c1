// 提示：没有结束
async Task<bool> TryBuyAsync(IDatabase db, RedisKey stock)
{
    var transaction = db.CreateTransaction();
    var left = await transaction.StringDecrementAsync(stock);
    return await transaction.ExecuteAsync() && left >= 0;
}
