// 提示：先回答的是“快”
async Task<string> FirstAsync(IReadOnlyList<(MySqlDataSource Source, string Sql)> questions)
{
    async Task<string> AskAsync(MySqlDataSource source, string sql)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new MySqlCommand(sql, connection);
        return (string)await command.ExecuteScalarAsync();
    }

    var answers = await Task.WhenAll(questions.Select(question => AskAsync(question.Source, question.Sql)));
    return answers[0];
}
