// 提示：第 9 个应当是“”
async Task<string[]> ReadAllAsync(IDatabase db, RedisKey[] keys)
{
    var values = await Task.WhenAll(keys.Select(key => db.StringGetAsync(key)));
    return values.Select(value => value.IsNullOrEmpty ? null : (string)value).ToArray();
}
