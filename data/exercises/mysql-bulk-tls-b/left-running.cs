// 提示：用 CancellationToken 让它停下来
async Task<string> FirstAsync(IReadOnlyList<(MySqlDataSource Source, string Sql)> questions)
{
    async Task<string> AskAsync(MySqlDataSource source, string sql)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new MySqlCommand(sql, connection);
        return (string)await command.ExecuteScalarAsync();
    }

    return await await Task.WhenAny(questions.Select(question => AskAsync(question.Source, question.Sql)));
}
