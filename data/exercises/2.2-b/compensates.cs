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

    if (await RunAsync($"UPDATE {table} SET balance = balance - @amount WHERE name = @from AND balance >= @amount") == 0)
        return false;
    try
    {
        if (await RunAsync($"UPDATE {table} SET balance = balance + @amount WHERE name = @to") == 1)
            return true;
    }
    catch
    {
        await RunAsync($"UPDATE {table} SET balance = balance + @amount WHERE name = @from");
        throw;
    }
    await RunAsync($"UPDATE {table} SET balance = balance + @amount WHERE name = @from");
    return false;
}
