// 提示：不止一个来回
async Task<string[]> ReadAllAsync(IDatabase db, RedisKey[] keys)
{
    return await Task.WhenAll(keys.Select(async key => await db.KeyExistsAsync(key) ? (string)await db.StringGetAsync(key) : null));
}
