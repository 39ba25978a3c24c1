async Task<string> GetOrCreateAsync(IDatabase db, RedisKey key, TimeSpan life, Func<Task<string>> create)
{
    var cached = await db.StringGetAsync(key);
    if (!cached.IsNull)
        return cached.ToString();
    var value = await create();
    await db.ScriptEvaluateAsync("return redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])",
        [key], [value, (long)life.TotalMilliseconds]);
    return value;
}
