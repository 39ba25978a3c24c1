// 提示：空字符串也是值
async Task<string> GetOrCreateAsync(IDatabase db, RedisKey key, TimeSpan life, Func<Task<string>> create)
{
    string cached = await db.StringGetAsync(key);
    if (!string.IsNullOrEmpty(cached))
        return cached;
    var value = await create();
    await db.StringSetAsync(key, value, life);
    return value;
}
