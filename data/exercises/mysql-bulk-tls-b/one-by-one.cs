// 提示：两台要一起问
async Task<string> FirstAsync(IReadOnlyList<(MySqlDataSource Source, string Sql)> questions)
{
    var answers = new List<string>();
    foreach (var (source, sql) in questions)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new MySqlCommand(sql, connection);
        answers.Add((string)await command.ExecuteScalarAsync());
    }
    return answers.Last();
}
