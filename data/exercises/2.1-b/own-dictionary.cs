// 提示：不在自己的变量里
static System.Collections.Concurrent.ConcurrentDictionary<string, string> _own = new();
async Task<string> GetOrCreateAsync(IDatabase db, RedisKey key, TimeSpan life, Func<Task<string>> create)
{
    if (_own.TryGetValue(key, out var mine))
        return mine;
    var value = await create();
    await db.StringSetAsync(key, value, life);
    return _own[key] = value;
}
