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

    return await RunAsync($"""
        UPDATE {table} AS payer JOIN {table} AS payee ON payer.name = @from AND payee.name = @to
        SET payer.balance = payer.balance - @amount, payee.balance = payee.balance + @amount
        WHERE payer.balance >= @amount
        """) == 2;
}
