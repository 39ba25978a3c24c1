// 提示：按 id 的顺序
async Task<List<string>> TitlesAsync(MySqlConnection connection, string table, string author)
{
    await using var command = new MySqlCommand(
        $"SELECT title FROM {table} WHERE author = @author ORDER BY id DESC", connection);
    command.Parameters.AddWithValue("@author", author);
    await using var reader = await command.ExecuteReaderAsync();
    var titles = new List<string>();
    while (await reader.ReadAsync())
        titles.Add(reader.GetString(0));
    return titles;
}
