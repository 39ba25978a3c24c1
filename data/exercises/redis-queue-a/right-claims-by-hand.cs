async Task<bool> WorkOnceAsync(IDatabase db, RedisKey stream, string worker, TimeSpan abandoned, Func<string, Task> handle)
{
    var idle = (long)abandoned.TotalMilliseconds;
    var pending = await db.StreamPendingMessagesAsync(stream, "workers", 1, RedisValue.Null, minId: "-", maxId: "+", minIdleTimeInMs: idle);
    foreach (var message in pending)
    {
        foreach (var entry in await db.StreamClaimAsync(stream, "workers", worker, idle, [message.MessageId]))
            return await FinishAsync(entry);
    }
    foreach (var entry in await db.StreamReadGroupAsync(stream, "workers", worker, StreamPosition.NewMessages, 1))
        return await FinishAsync(entry);
    return false;

    async Task<bool> FinishAsync(StreamEntry entry)
    {
        await handle((string)entry["text"]);
        await db.StreamAcknowledgeAsync(stream, "workers", entry.Id);
        return true;
    }
}
