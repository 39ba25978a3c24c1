// 提示：先全都发出去，再一起等
Task<string[]> ReadAllAsync(IDatabase db, RedisKey[] keys) =>
    Task.FromResult(keys.Select(key => (string)db.StringGetAsync(key).Result).ToArray());
