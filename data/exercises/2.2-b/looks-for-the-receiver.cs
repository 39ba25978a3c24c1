// 提示：两条语句要在一个事务里
async Task<bool> TransferAsync(MySqlDataSource source, string table, string from, string to, int amount)
{
    await using var connection = await source.OpenConnectionAsync();
    async Task<int> RunAsync(string sql)
    {
        await using var command = new MySqlCommand(sql, connection);
        command.Parameters.AddWithValue("@from", from);
        command.Parameters.AddWithValue("@to", to);
        command.Parameters.AddWithValue("@amount", amount);
        return await command.ExecuteNonQueryAsync();
    }

    await using var look = new MySqlCommand($"SELECT COUNT(*) FROM {table} WHERE name = @to", connection);
    look.Parameters.AddWithValue("@to", to);
    if ((long)await look.ExecuteScalarAsync() == 0)
        return false;
    return await RunAsync($"UPDATE {table} SET balance = balance - @amount WHERE name = @from AND balance >= @amount") == 1
        && await RunAsync($"UPDATE {table} SET balance = balance + @amount WHERE name = @to") == 1;
}
