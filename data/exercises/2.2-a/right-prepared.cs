async Task<List<string>> TitlesAsync(MySqlConnection connection, string table, string author)
{
    await using var command = connection.CreateCommand();
    command.CommandText = $"SELECT title, id FROM {table} WHERE author = ? ORDER BY id ASC";
    command.Parameters.Add(new MySqlParameter { Value = author });
    await command.PrepareAsync();
    var titles = new List<string>();
    await using var reader = await command.ExecuteReaderAsync();
    while (await reader.ReadAsync())
        titles.Add((string)reader["title"]);
    return titles;
}
