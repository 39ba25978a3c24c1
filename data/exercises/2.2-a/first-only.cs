// 提示：按 id 的顺序
async Task<List<string>> TitlesAsync(MySqlConnection connection, string table, string author)
{
    await using var command = new MySqlCommand($"SELECT title FROM {table} WHERE author = @author ORDER BY id", connection);
    command.Parameters.AddWithValue("@author", author);
    return await command.ExecuteScalarAsync() is string title ? [title] : [];
}
