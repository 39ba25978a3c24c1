// 提示：不能让别人插进来
async Task<bool> TransferAsync(MySqlDataSource source, string table, string from, string to, int amount)
{
    await using var connection = await source.OpenConnectionAsync();
    await using var transaction = await connection.BeginTransactionAsync();
    async Task<object> RunAsync(string sql, string name)
    {
        await using var command = new MySqlCommand(sql, connection, transaction);
        command.Parameters.AddWithValue("@name", name);
        command.Parameters.AddWithValue("@amount", amount);
        return sql.StartsWith("SELECT") ? await command.ExecuteScalarAsync() : await command.ExecuteNonQueryAsync();
    }

    if ((int)await RunAsync($"SELECT balance FROM {table} WHERE name = @name", from) < amount)
        return false;
    await RunAsync($"UPDATE {table} SET balance = balance - @amount WHERE name = @name", from);
    if ((int)await RunAsync($"UPDATE {table} SET balance = balance + @amount WHERE name = @name", to) == 0)
        return false;
    await transaction.CommitAsync();
    return true;
}
