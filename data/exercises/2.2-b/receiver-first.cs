// 提示：应当谁都不变
async Task<bool> TransferAsync(MySqlDataSource source, string table, string from, string to, int amount)
{
    await using var connection = await source.OpenConnectionAsync();
    await using var transaction = await connection.BeginTransactionAsync();
    async Task<int> RunAsync(string sql, string name)
    {
        await using var command = new MySqlCommand(sql, connection, transaction);
        command.Parameters.AddWithValue("@amount", amount);
        command.Parameters.AddWithValue("@name", name);
        return await command.ExecuteNonQueryAsync();
    }
    await RunAsync($"UPDATE {table} SET balance = balance + @amount WHERE name = @name", to);
    var done = await RunAsync($"UPDATE {table} SET balance = balance - @amount WHERE name = @name AND balance >= @amount", from) == 1;
    if (done) await transaction.CommitAsync();
    return done;
}
