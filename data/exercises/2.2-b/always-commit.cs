// 提示：应当谁都不变
async Task<bool> TransferAsync(MySqlDataSource source, string table, string from, string to, int amount)
{
    await using var connection = await source.OpenConnectionAsync();
    await using var transaction = await connection.BeginTransactionAsync();
    async Task<bool> UpdateAsync(string sql, string name)
    {
        await using var command = new MySqlCommand(sql, connection, transaction);
        command.Parameters.AddWithValue("@name", name);
        command.Parameters.AddWithValue("@amount", amount);
        return await command.ExecuteNonQueryAsync() == 1;
    }

    var done = await UpdateAsync(
            $"UPDATE {table} SET balance = balance - @amount WHERE name = @name AND balance >= @amount", from)
        && await UpdateAsync($"UPDATE {table} SET balance = balance + @amount WHERE name = @name", to);
    await transaction.CommitAsync();
    return done;
}
