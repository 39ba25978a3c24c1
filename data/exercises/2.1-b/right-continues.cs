Task<string> GetOrCreateAsync(IDatabase db, RedisKey key, TimeSpan life, Func<Task<string>> create) =>
    db.StringGetAsync(key).ContinueWith(async reading => reading.Result is { IsNull: false } cached
        ? (string)cached
        : await create() is var made && await db.StringSetAsync(key, made, life, when: When.Always) ? made : throw new InvalidOperationException()).Unwrap();
