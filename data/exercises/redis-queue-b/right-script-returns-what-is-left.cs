async Task<bool> TryBuyAsync(IDatabase db, RedisKey stock)
{
    const string Script = """
        if redis.call('EXISTS', KEYS[1]) == 0 then return -1 end
        if tonumber(redis.call('GET', KEYS[1])) < 1 then return -1 end
        return redis.call('INCRBY', KEYS[1], -1)
        """;
    return (long)await db.ScriptEvaluateAsync(Script, [stock]) >= 0;
}
