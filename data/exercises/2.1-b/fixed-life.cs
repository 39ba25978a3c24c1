// 提示：存进去的期限却不是
async Task<string> GetOrCreateAsync(IDatabase db, RedisKey key, TimeSpan life, Func<Task<string>> create)
{
    var cached = await db.StringGetAsync(key);
    if (!cached.IsNull)
        return cached;
    var value = await create();
    await db.StringSetAsync(key, value, TimeSpan.FromSeconds(1));
    return value;
}
