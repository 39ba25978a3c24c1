// 提示：不止一个来回
async Task<string[]> ReadAllAsync(IDatabase db, RedisKey[] keys)
{
    var values = new List<string>();
    foreach (var pair in keys.Chunk(2))
        values.AddRange((await Task.WhenAll(pair.Select(key => db.StringGetAsync(key)))).Select(value => (string)value));
    return values.ToArray();
}
