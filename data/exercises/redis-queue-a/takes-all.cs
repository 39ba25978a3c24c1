// 提示：多领的记在你名下
async Task<bool> WorkOnceAsync(IDatabase db, RedisKey stream, string worker, TimeSpan abandoned, Func<string, Task> handle)
{
    var claimed = await db.StreamAutoClaimAsync(
        stream, "workers", worker, (long)abandoned.TotalMilliseconds, StreamPosition.Beginning, count: 1);
    StreamEntry[] entries = claimed.ClaimedEntries is { Length: > 0 } late
        ? late
        : await db.StreamReadGroupAsync(stream, "workers", worker, StreamPosition.NewMessages, count: 10);
    if (entries.Length == 0)
        return false;
    await handle(entries[0]["text"]);
    await db.StreamAcknowledgeAsync(stream, "workers", entries[0].Id);
    return true;
}
