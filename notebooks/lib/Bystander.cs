#nullable enable
using System;
using System.Threading.Tasks;
using MySqlConnector;

/// <summary>A connection that looks at a table of its own from the side, while others use the table.</summary>
public sealed class Bystander : IAsyncDisposable
{
    private readonly MySqlConnection _connection;

    private Bystander(Service server) => _connection = new(server.ConnectionString);

    /// <summary>The name of its table.</summary>
    public string Table { get; } = $"nb22_look_{Guid.NewGuid():N}";

    /// <summary>Connects.</summary>
    /// <param name="server">The server.</param>
    /// <param name="columns">The columns of a table to make; null for none.</param>
    public static async Task<Bystander> OpenAsync(Service server, string? columns = null)
    {
        var bystander = new Bystander(server);
        await bystander._connection.OpenAsync();
        if (columns is not null)
            await bystander.AskAsync<object>($"CREATE TABLE {bystander.Table} ({columns}) CHARSET utf8mb4");
        return bystander;
    }

    /// <summary>Runs what stands in the SQL; no user's word does.</summary>
    /// <returns>The first column of the first row, if there is one.</returns>
    public async Task<T?> AskAsync<T>(string sql)
    {
        await using var command = new MySqlCommand(sql, _connection);
        return (T?)await command.ExecuteScalarAsync();
    }

    /// <summary>Whether the server is still busy with a statement that has this mark in it.</summary>
    public async Task<bool> IsRunningAsync(string mark)
    {
        await using var command = new MySqlCommand("SHOW PROCESSLIST", _connection);
        await using var reader = await command.ExecuteReaderAsync();
        var found = false;
        while (await reader.ReadAsync())
            found |= reader["Info"] is string sql && sql.Contains(mark, StringComparison.Ordinal);
        return found;
    }

    /// <summary>Gives up what it has not committed, and drops its table.</summary>
    public async ValueTask DisposeAsync()
    {
        await AskAsync<object>($"ROLLBACK; DROP TABLE IF EXISTS {Table}");
        await _connection.DisposeAsync();
    }
}
