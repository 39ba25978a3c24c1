async Task<bool> TransferAsync(MySqlDataSource source, string table, string from, string to, int amount)
{
    while (true)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.Serializable);
            async Task<int> AddAsync(string name, int change)
            {
                await using var command = new MySqlCommand($"UPDATE {table} SET balance = balance + @change WHERE name = @name", connection, transaction);
                command.Parameters.AddWithValue("@change", change);
                command.Parameters.AddWithValue("@name", name);
                return await command.ExecuteNonQueryAsync();
            }
            await using (var look = new MySqlCommand($"SELECT balance FROM {table} WHERE name = @from", connection, transaction))
            {
                look.Parameters.AddWithValue("@from", from);
                if (await look.ExecuteScalarAsync() is not int balance || balance < amount) return false;
            }
            if (await AddAsync(from, -amount) != 1 || await AddAsync(to, amount) != 1) return false;
            await transaction.CommitAsync();
            return true;
        }
        catch (MySqlException e) when (e.ErrorCode == MySqlErrorCode.LockDeadlock) { }
    }
}
