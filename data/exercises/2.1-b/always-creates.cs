// 提示：第二次应当用缓存里的
async Task<string> GetOrCreateAsync(IDatabase db, RedisKey key, TimeSpan life, Func<Task<string>> create)
{
    var value = await create();
    await db.StringSetAsync(key, value, life);
    return value;
}
