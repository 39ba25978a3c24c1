// 提示：缓存是空的
async Task<string> GetOrCreateAsync(IDatabase db, RedisKey key, TimeSpan life, Func<Task<string>> create)
{
    var cached = await db.StringGetAsync(key);
    if (cached.IsNull)
        await db.StringSetAsync(key, await create(), life);
    return cached;
}
