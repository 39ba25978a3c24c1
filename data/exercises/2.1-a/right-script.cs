async Task<string[]> ReadAllAsync(IDatabase db, RedisKey[] keys)
{
    if (keys.Length == 0) return [];
    var answer = (RedisValue[])await db.ScriptEvaluateAsync("return redis.call('MGET', unpack(KEYS))", keys);
    return [.. answer.Select(value => (string)value)];
}
