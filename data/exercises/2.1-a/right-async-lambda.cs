Task<string[]> ReadAllAsync(IDatabase db, RedisKey[] keys) =>
    Task.WhenAll(keys.Select(async key => (string)await db.StringGetAsync(key)));
