async Task<List<string>> TitlesAsync(MySqlConnection connection, string table, string author)
{
    await using var command = new MySqlCommand($"SELECT id, title FROM `{table}` WHERE author = @who", connection);
    command.Parameters.AddWithValue("who", author);
    var found = new SortedList<int, string>();
    await using (var reader = await command.ExecuteReaderAsync())
    {
        while (await reader.ReadAsync())
            found.Add(reader.GetInt32(0), reader.GetString(1));
    }
    return found.Values.ToList();
}
