async Task<string> FirstAsync(IReadOnlyList<(MySqlDataSource Source, string Sql)> questions)
{
    var enough = new CancellationTokenSource();
    var asking = questions.Select(async question =>
    {
        await using var connection = await question.Source.OpenConnectionAsync(enough.Token);
        await using var command = connection.CreateCommand();
        command.CommandText = question.Sql;
        return (string)await command.ExecuteScalarAsync(enough.Token);
    }).ToArray();
    Task<string> winner = null;
    await foreach (var finished in Task.WhenEach(asking))
    {
        if (winner is not null)
            continue;
        winner = finished;
        enough.Cancel();
    }
    return await winner;
}
