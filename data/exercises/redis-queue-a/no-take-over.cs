// 提示：应当先接手它
async Task<bool> WorkOnceAsync(IDatabase db, RedisKey stream, string worker, TimeSpan abandoned, Func<string, Task> handle)
{
    var entries = await db.StreamReadGroupAsync(stream, "workers", worker, StreamPosition.NewMessages, count: 1);
    if (entries.Length == 0)
        return false;
    await handle(entries[0]["text"]);
    await db.StreamAcknowledgeAsync(stream, "workers", entries[0].Id);
    return true;
}
