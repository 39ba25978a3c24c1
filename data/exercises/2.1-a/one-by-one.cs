// 提示：先全都发出去，再一起等
async Task<string[]> ReadAllAsync(IDatabase db, RedisKey[] keys)
{
    var values = new List<string>();
    foreach (var key in keys)
    {
        values.Add(await db.StringGetAsync(key));
    }
    return values.ToArray();
}
