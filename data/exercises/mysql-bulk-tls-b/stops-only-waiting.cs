// 提示：用 CancellationToken 让它停下来
async Task<string> FirstAsync(IReadOnlyList<(MySqlDataSource Source, string Sql)> questions)
{
    using var enough = new CancellationTokenSource();
    async Task<string> AskAsync(MySqlDataSource source, string sql)
    {
        await using var connection = await source.OpenConnectionAsync(enough.Token);
        await using var command = new MySqlCommand(sql, connection);
        return (string)await command.ExecuteScalarAsync();
    }

    var asking = questions.Select(question => AskAsync(question.Source, question.Sql).WaitAsync(enough.Token)).ToList();
    var first = await Task.WhenAny(asking);
    enough.Cancel();
    return await first;
}
