async Task<bool> TransferAsync(MySqlDataSource source, string table, string from, string to, int amount)
{
    await using var connection = await source.OpenConnectionAsync();
    await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.ReadCommitted);
    async Task<int> RunAsync(string sql)
    {
        await using var command = new MySqlCommand(sql, connection, transaction);
        command.Parameters.AddWithValue("@from", from);
        command.Parameters.AddWithValue("@to", to);
        command.Parameters.AddWithValue("@amount", amount);
        return await command.ExecuteNonQueryAsync();
    }

    try
    {
        if (await RunAsync($"UPDATE {table} SET balance = balance + @amount WHERE name = @to") == 1
            && await RunAsync($"UPDATE {table} SET balance = balance - @amount WHERE name = @from AND balance >= @amount") == 1)
        {
            await transaction.CommitAsync();
            return true;
        }
    }
    catch
    {
        await transaction.RollbackAsync();
        throw;
    }
    await transaction.RollbackAsync();
    return false;
}
