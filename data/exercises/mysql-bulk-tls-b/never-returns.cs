// 提示：借了要还
async Task<string> FirstAsync(IReadOnlyList<(MySqlDataSource Source, string Sql)> questions)
{
    using var enough = new CancellationTokenSource();
    async Task<string> AskAsync(MySqlDataSource source, string sql)
    {
        var connection = await source.OpenConnectionAsync(enough.Token);
        _kept.Add(connection);
        var command = new MySqlCommand(sql, connection);
        return (string)await command.ExecuteScalarAsync(enough.Token);
    }

    var asking = questions.Select(question => AskAsync(question.Source, question.Sql)).ToList();
    var first = await Task.WhenAny(asking);
    await enough.CancelAsync();
    await ((Task)Task.WhenAll(asking)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    return await first;
}

static List<MySqlConnection> _kept = [];
