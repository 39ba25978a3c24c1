async Task<string> GetOrCreateAsync(IDatabase db, RedisKey key, TimeSpan life, Func<Task<string>> create)
{
    if (await db.StringGetAsync(key) is { IsNull: false } cached)
        return cached;
    var value = await create();
    var transaction = db.CreateTransaction();
    _ = transaction.StringSetAsync(key, value);
    _ = transaction.KeyExpireAsync(key, life);
    await transaction.ExecuteAsync();
    return value;
}
