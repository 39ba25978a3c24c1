// 提示：没有存进 Redis
async Task<string> GetOrCreateAsync(IDatabase db, RedisKey key, TimeSpan life, Func<Task<string>> create)
{
    var cached = await db.StringGetAsync(key);
    return cached.IsNull ? await create() : cached.ToString();
}
