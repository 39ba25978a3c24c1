// 提示：照常抛出去
async Task<string> GetOrCreateAsync(IDatabase db, RedisKey key, TimeSpan life, Func<Task<string>> create)
{
    var cached = await db.StringGetAsync(key);
    if (!cached.IsNull) return cached;
    var value = "";
    try { value = await create(); }
    catch (Exception) { }
    await db.StringSetAsync(key, value, life);
    return value;
}
