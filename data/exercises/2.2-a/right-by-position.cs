async Task<List<string>> TitlesAsync(MySqlConnection connection, string table, string author)
{
    using var command = connection.CreateCommand();
    command.CommandText = "SELECT title FROM " + table + " WHERE ? = author ORDER BY id ASC";
    command.Parameters.Add(new MySqlParameter { Value = author });
    using var reader = command.ExecuteReader();
    var titles = new List<string>();
    while (reader.Read()) titles.Add((string)reader["title"]);
    return await Task.FromResult(titles);
}
