// 提示：一本也没有却发了语句
async Task<int> SaveAsync(MySqlDataSource source, string table, IAsyncEnumerable<(int Id, string Title)> books, int size)
{
    var (batch, saved) = (new List<(int Id, string Title)>(), 0);
    async Task WriteAsync()
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table} (id, title) VALUES " + string.Join(", ", batch.Select((_, n) => $"(@id{n}, @title{n})"));
        foreach (var (n, (id, title)) in batch.Index())
        {
            command.Parameters.AddWithValue($"@id{n}", id);
            command.Parameters.AddWithValue($"@title{n}", title);
        }
        saved += await command.ExecuteNonQueryAsync();
        batch.Clear();
    }
    await foreach (var book in books)
    {
        batch.Add(book);
        if (batch.Count == size)
            await WriteAsync();
    }
    await WriteAsync();
    return saved;
}
