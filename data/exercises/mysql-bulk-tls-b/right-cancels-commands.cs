async Task<string> FirstAsync(IReadOnlyList<(MySqlDataSource Source, string Sql)> questions)
{
    using var enough = new CancellationTokenSource();
    var first = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
    var asking = new List<Task>();
    foreach (var (source, sql) in questions)
        asking.Add(AskAsync(source, sql));
    try { return await first.Task; }
    finally
    {
        await enough.CancelAsync();
        await Task.WhenAll(asking);
    }

    async Task AskAsync(MySqlDataSource source, string sql)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(enough.Token);
            await using var command = new MySqlCommand(sql, connection);
            await using var reader = await command.ExecuteReaderAsync(enough.Token);
            await reader.ReadAsync(enough.Token);
            first.TrySetResult(reader.GetString(0));
        }
        catch (Exception error) { first.TrySetException(error); }
    }
}
