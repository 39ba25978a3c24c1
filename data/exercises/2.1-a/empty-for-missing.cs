// 提示：没有的键应当是 null
async Task<string[]> ReadAllAsync(IDatabase db, RedisKey[] keys)
{
    var values = await Task.WhenAll(keys.Select(key => db.StringGetAsync(key)));
    return values.Select(value => value.ToString()).ToArray();
}
