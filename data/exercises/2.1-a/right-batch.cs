async Task<string[]> ReadAllAsync(IDatabase db, RedisKey[] keys)
{
    var batch = db.CreateBatch();
    var asking = keys.Select(key => batch.StringGetAsync(key)).ToArray();
    batch.Execute();
    var values = new string[keys.Length];
    for (var i = 0; i < keys.Length; i++)
        values[i] = await asking[i];
    return values;
}
