// 提示：不要等全部来齐
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
    var all = new List<(int Id, string Title)>();
    await foreach (var book in books)
        all.Add(book);
    foreach (var chunk in all.Chunk(size))
    {
        batch.AddRange(chunk);
        await WriteAsync();
    }
    return saved;
}
