// 提示：不止一个来回
async Task<string[]> ReadAllAsync(IDatabase db, RedisKey[] keys)
{
    if (keys.Length == 0) return [];
    var first = await db.StringGetAsync(keys[0]);
    var rest = await Task.WhenAll(keys.Skip(1).Select(key => db.StringGetAsync(key)));
    return rest.Prepend(first).Select(value => (string)value).ToArray();
}
