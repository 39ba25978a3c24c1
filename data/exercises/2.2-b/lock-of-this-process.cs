// 提示：中间不能让别人插进来
static SemaphoreSlim _one = new(1);

async Task<bool> TransferAsync(MySqlDataSource source, string table, string from, string to, int amount)
{
    await _one.WaitAsync();
    try
    {
    await using var connection = await source.OpenConnectionAsync();
    await using var transaction = await connection.BeginTransactionAsync();
    async Task<int> RunAsync(string sql)
    {
        await using var command = new MySqlCommand(sql, connection, transaction);
        command.Parameters.AddWithValue("@from", from);
        command.Parameters.AddWithValue("@to", to);
        command.Parameters.AddWithValue("@amount", amount);
        return Convert.ToInt32(await command.ExecuteScalarAsync() ?? -1);
    }

    if (await RunAsync($"SELECT balance FROM {table} WHERE name = @from") < amount)
        return false;
    if (await RunAsync($"SELECT COUNT(*) FROM {table} WHERE name = @to") == 0)
        return false;
    await RunAsync($"UPDATE {table} SET balance = balance - @amount WHERE name = @from");
    await RunAsync($"UPDATE {table} SET balance = balance + @amount WHERE name = @to");
    await transaction.CommitAsync();
    return true;
    }
    finally { _one.Release(); }
}
