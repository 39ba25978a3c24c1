// 提示：写和定期限要是一条命令
async Task<string> GetOrCreateAsync(IDatabase db, RedisKey key, TimeSpan life, Func<Task<string>> create)
{
    var cached = await db.StringGetAsync(key);
    if (!cached.IsNull)
        return cached;
    var value = await create();
    await db.StringSetAsync(key, value);
    await db.KeyExpireAsync(key, life);
    return value;
}
