// 提示：读的时候不动它
async Task<string> GetOrCreateAsync(IDatabase db, RedisKey key, TimeSpan life, Func<Task<string>> create)
{
    var cached = await db.StringGetAsync(key);
    if (!cached.IsNull)
    {
        await db.KeyExpireAsync(key, life);
        return cached;
    }
    var value = await create();
    await db.StringSetAsync(key, value, life);
    return value;
}
