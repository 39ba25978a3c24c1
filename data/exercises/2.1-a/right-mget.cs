async Task<string[]> ReadAllAsync(IDatabase db, RedisKey[] keys) =>
    (await db.StringGetAsync(keys)).Select(value => (string)value).ToArray();
