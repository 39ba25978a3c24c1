// 提示：手里还拿着连接
async Task<int> SaveAsync(MySqlDataSource source, string table, IAsyncEnumerable<(int Id, string Title)> books, int size)
{
    var (batch, saved) = (new List<(int Id, string Title)>(), 0);
    await using var connection = await source.OpenConnectionAsync();
    await using var transaction = await connection.BeginTransactionAsync();
    async Task WriteAsync()
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
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
    if (batch.Count > 0)
        await WriteAsync();
    await transaction.CommitAsync();
    return saved;
}
