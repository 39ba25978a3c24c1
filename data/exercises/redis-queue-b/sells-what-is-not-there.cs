// 提示：没有这个键就是没有货
async Task<bool> TryBuyAsync(IDatabase db, RedisKey stock) =>
    (bool)await db.ScriptEvaluateAsync("""
        local left = redis.call('GET', KEYS[1])
        if left and tonumber(left) <= 0 then return 0 end
        redis.call('DECR', KEYS[1])
        return 1
        """, [stock]);
