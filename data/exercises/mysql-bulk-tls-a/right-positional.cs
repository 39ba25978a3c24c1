async Task<int> SaveAsync(MySqlDataSource source, string table, IAsyncEnumerable<(int Id, string Title)> books, int size)
{
    var (batch, saved) = (new List<(int Id, string Title)>(), 0);
    await foreach (var book in books)
    {
        batch.Add(book);
        if (batch.Count >= size)
            saved += await WriteAsync(batch);
    }
    return batch.Count == 0 ? saved : saved + await WriteAsync(batch);

    async Task<int> WriteAsync(List<(int Id, string Title)> some)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var sql = new StringBuilder($"INSERT INTO {table} (id, title) VALUES ");
        await using var command = new MySqlCommand { Connection = connection, Transaction = transaction };
        foreach (var (id, title) in some)
        {
            sql.Append(command.Parameters.Count == 0 ? "(?, ?)" : ", (?, ?)");
            command.Parameters.Add(new() { Value = id });
            command.Parameters.Add(new() { Value = title });
        }
        command.CommandText = sql.ToString();
        var count = await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        some.Clear();
        return count;
    }
}
