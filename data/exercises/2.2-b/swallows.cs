// 提示：异常应当照常抛出去
async Task<bool> TransferAsync(MySqlDataSource source, string table, string from, string to, int amount)
{
    await using var connection = await source.OpenConnectionAsync();
    await using var transaction = await connection.BeginTransactionAsync();
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
        if (await RunAsync($"UPDATE {table} SET balance = balance - @amount WHERE name = @from AND balance >= @amount") == 0
            || await RunAsync($"UPDATE {table} SET balance = balance + @amount WHERE name = @to") == 0)
            return false;
        await transaction.CommitAsync();
        return true;
    }
    catch (MySqlException) { return false; }
}
