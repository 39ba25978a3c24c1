async Task<string> GetOrCreateAsync(IDatabase db, RedisKey key, TimeSpan life, Func<Task<string>> create)
{
    if ((string)await db.StringGetAsync(key) is { } cached)
        return cached;
    var value = await create();
    return await db.StringSetAsync(key, value, life, When.NotExists) ? value : (string)await db.StringGetAsync(key) ?? value;
}
