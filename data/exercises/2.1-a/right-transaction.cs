async Task<string[]> ReadAllAsync(IDatabase db, RedisKey[] keys)
{
    if (keys.Length == 0) return [];
    var transaction = db.CreateTransaction();
    var asked = keys.Select(key => transaction.StringGetAsync(key)).ToList();
    await transaction.ExecuteAsync();
    var values = new string[keys.Length];
    for (var i = 0; i < keys.Length; i++) values[i] = await asked[i];
    return values;
}
