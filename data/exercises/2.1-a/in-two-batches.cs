// 提示：不止一个来回
async Task<string[]> ReadAllAsync(IDatabase db, RedisKey[] keys)
{
    var values = new List<string>();
    foreach (var half in keys.Chunk(15))
        values.AddRange((await db.StringGetAsync(half)).Select(value => (string)value));
    return values.ToArray();
}
