async Task<bool> WorkOnceAsync(IDatabase db, RedisKey stream, string worker, TimeSpan abandoned, Func<string, Task> handle)
{
    var late = await db.StreamAutoClaimAsync(stream, "workers", worker, (long)abandoned.TotalMilliseconds, "0-0", 1);
    StreamEntry? job = late.ClaimedEntries.Length > 0 ? late.ClaimedEntries[0] : null;
    if (job is null)
    {
        var fresh = await db.StreamReadGroupAsync([new StreamPosition(stream, ">")], "workers", worker, countPerStream: 1);
        job = fresh.SelectMany(one => one.Entries).Select(entry => (StreamEntry?)entry).FirstOrDefault();
    }
    if (job is not { } entry)
        return false;
    await handle(entry.Values.First(pair => pair.Name == "text").Value);
    var transaction = db.CreateTransaction();
    _ = transaction.StreamAcknowledgeAsync(stream, "workers", entry.Id);
    _ = transaction.StreamDeleteAsync(stream, [entry.Id]);
    await transaction.ExecuteAsync();
    return true;
}
