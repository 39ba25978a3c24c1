#nullable enable
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;
using MySqlConnector;

/// <summary>
/// A lesson's own two tables, dropped when it is over. Their names carry the kernel process, so that two people, or two
/// notebooks, can use one server at the same time.
/// </summary>
public sealed class BookTables : IAsyncDisposable
{
    private BookTables(Service server)
    {
        using var me = Process.GetCurrentProcess();
        var mark = $"{me.Id}_{me.StartTime:HHmmssfff}";
        (Books, Accounts) = ($"nb22_books_{mark}", $"nb22_accounts_{mark}");
        Source = new(server.ConnectionString);
    }

    /// <summary>The name of the table of books: id, title, author, price.</summary>
    public string Books { get; }

    /// <summary>The name of the table of accounts: name, balance.</summary>
    public string Accounts { get; }

    /// <summary>The pool of connections to their server.</summary>
    public MySqlDataSource Source { get; }

    /// <summary>Makes both tables anew, with four books, and drops what notebooks that ended without tidying up left a day ago.</summary>
    public static async Task<BookTables> CreateAsync(Service server)
    {
        var tables = new BookTables(server);
        foreach (var old in await tables.LeftBehindAsync())
            await tables.RunAsync($"DROP TABLE IF EXISTS {old}");
        await tables.RunAsync($"DROP TABLE IF EXISTS {tables.Books}, {tables.Accounts}");
        await tables.RunAsync($"""
            CREATE TABLE {tables.Books} (id INT AUTO_INCREMENT PRIMARY KEY, title VARCHAR(50) NOT NULL,
            author VARCHAR(50) NOT NULL, price INT NOT NULL) CHARSET utf8mb4
            """);
        await tables.RunAsync(
            $"CREATE TABLE {tables.Accounts} (name VARCHAR(20) PRIMARY KEY, balance INT NOT NULL) CHARSET utf8mb4");
        await tables.FillAsync();
        return tables;
    }

    /// <summary>Puts the table of books back to its four.</summary>
    public async Task FillAsync()
    {
        await RunAsync($"TRUNCATE TABLE {Books}");
        await RunAsync($"""
            INSERT INTO {Books} (title, author, price) VALUES
            ('三体', '刘慈欣', 68), ('球状闪电', '刘慈欣', 45), ('活着', '余华', 35), ('C# 书', 'O''Reilly', 99)
            """);
    }

    /// <summary>Runs a statement in which no user's word stands.</summary>
    public async Task<int> RunAsync(string sql)
    {
        await using var connection = await Source.OpenConnectionAsync();
        await using var command = new MySqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Drops both tables and closes the pool.</summary>
    public async ValueTask DisposeAsync()
    {
        await RunAsync($"DROP TABLE IF EXISTS {Books}, {Accounts}");
        await Source.DisposeAsync();
    }

    private async Task<List<string>> LeftBehindAsync()
    {
        await using var connection = await Source.OpenConnectionAsync();
        await using var command = new MySqlCommand("""
            SELECT TABLE_NAME FROM information_schema.TABLES
            WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME LIKE 'nb22%' AND CREATE_TIME < NOW() - INTERVAL 1 DAY
            """, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
            names.Add(reader.GetString(0));
        return names;
    }
}
