// 提示：没有的键也要占一个位子
async Task<string[]> ReadAllAsync(IDatabase db, RedisKey[] keys)
{
    var values = await Task.WhenAll(keys.Select(key => db.StringGetAsync(key)));
    return values.Where(value => !value.IsNull).Select(value => (string)value).ToArray();
}
