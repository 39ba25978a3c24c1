// 提示：应当谁都不变
async Task<bool> TransferAsync(MySqlDataSource source, string table, string from, string to, int amount)
{
    await using var connection = await source.OpenConnectionAsync();
    async Task<bool> UpdateAsync(string sql, string name)
    {
        await using var command = new MySqlCommand(sql, connection);
        command.Parameters.AddWithValue("@name", name);
        command.Parameters.AddWithValue("@amount", amount);
        return await command.ExecuteNonQueryAsync() == 1;
    }

    return await UpdateAsync(
            $"UPDATE {table} SET balance = balance - @amount WHERE name = @name AND balance >= @amount", from)
        && await UpdateAsync($"UPDATE {table} SET balance = balance + @amount WHERE name = @name", to);
}
