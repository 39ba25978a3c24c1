// 提示：不要把超时改短
async Task<string> FirstAsync(IReadOnlyList<(MySqlDataSource Source, string Sql)> questions)
{
    async Task<string> AskAsync(MySqlDataSource source, string sql)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new MySqlCommand(sql, connection) { CommandTimeout = 1 };
        return (string)await command.ExecuteScalarAsync();
    }

    var asking = questions.Select(question => AskAsync(question.Source, question.Sql)).ToList();
    return await await Task.WhenAny(asking);
}
