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

    var balances = new Dictionary<string, int>();
    await using (var both = new MySqlCommand(
        $"SELECT name, balance FROM {table} WHERE name IN (@from, @to) ORDER BY name FOR UPDATE", connection, transaction))
    {
        both.Parameters.AddWithValue("@from", from);
        both.Parameters.AddWithValue("@to", to);
        await using var reader = await both.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            balances[reader.GetString(0)] = reader.GetInt32(1);
    }
    if (!balances.ContainsKey(to) || !balances.TryGetValue(from, out var has) || has < amount)
        return false;
    await RunAsync($"UPDATE {table} SET balance = balance - @amount WHERE name = @from");
    await RunAsync($"UPDATE {table} SET balance = balance + @amount WHERE name = @to");
    await transaction.CommitAsync();
    return true;
}
