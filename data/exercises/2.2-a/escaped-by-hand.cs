// 提示：这是注入
async Task<List<string>> TitlesAsync(MySqlConnection connection, string table, string author)
{
    await using var command = new MySqlCommand(
        $"SELECT title FROM {table} WHERE author = '{author.Replace("'", "''")}' ORDER BY id", connection);
    await using var reader = await command.ExecuteReaderAsync();
    var titles = new List<string>();
    while (await reader.ReadAsync())
        titles.Add(reader.GetString(0));
    return titles;
}
