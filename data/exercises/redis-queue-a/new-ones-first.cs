// 提示：应当先接手它
async Task<bool> WorkOnceAsync(IDatabase db, RedisKey stream, string worker, TimeSpan abandoned, Func<string, Task> handle)
{
    var fresh = await db.StreamReadGroupAsync(stream, "workers", worker, StreamPosition.NewMessages, count: 1);
    var entries = fresh.Length > 0 ? fresh
        : (await db.StreamAutoClaimAsync(stream, "workers", worker, (long)abandoned.TotalMilliseconds, StreamPosition.Beginning, count: 1)).ClaimedEntries;
    if (entries.Length == 0) return false;
    await handle(entries[0]["text"]);
    await db.StreamAcknowledgeAsync(stream, "workers", entries[0].Id);
    return true;
}
