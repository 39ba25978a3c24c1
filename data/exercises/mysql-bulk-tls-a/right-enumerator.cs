async Task<int> SaveAsync(MySqlDataSource source, string table, IAsyncEnumerable<(int Id, string Title)> books, int size)
{
    var saved = 0;
    await using var coming = books.GetAsyncEnumerator();
    while (true)
    {
        await using var command = new MySqlCommand();
        var values = new List<string>();
        while (values.Count < size && await coming.MoveNextAsync())
        {
            var n = values.Count;
            values.Add($"(@i{n}, @t{n})");
            command.Parameters.AddWithValue($"i{n}", coming.Current.Id);
            command.Parameters.AddWithValue($"t{n}", coming.Current.Title);
        }
        if (values.Count == 0)
            return saved;
        command.CommandText = $"INSERT INTO {table} (id, title) VALUES {string.Join(',', values)}";
        await using var connection = await source.OpenConnectionAsync();
        command.Connection = connection;
        await command.ExecuteNonQueryAsync();
        saved += values.Count;
    }
}
