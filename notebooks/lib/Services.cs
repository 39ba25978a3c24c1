#nullable enable
using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

/// <summary>Where the workshop's servers are: environment variables say it, else the note of <c>services up</c>, else it is where
/// docker-compose.yml has them.</summary>
public static class Services
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    /// <summary>The first Redis server.</summary>
    public static Service Redis1 => Service.Read("redis-1", "ASYNCBOOK_REDIS_1", "redis://:teach-pw-1@127.0.0.1:16379");

    /// <summary>The second Redis server, with a password of its own.</summary>
    public static Service Redis2 => Service.Read("redis-2", "ASYNCBOOK_REDIS_2", "redis://:teach-pw-2@127.0.0.1:16380");

    /// <summary>The first MySQL (or MariaDB) server.</summary>
    public static Service MySql1 => Service.Read("mysql-1", "ASYNCBOOK_MYSQL_1", "mysql://workshop:teach-pw@127.0.0.1:13306/workshop");

    /// <summary>The second MySQL (or MariaDB) server.</summary>
    public static Service MySql2 => Service.Read("mysql-2", "ASYNCBOOK_MYSQL_2", "mysql://workshop:teach-pw@127.0.0.1:13307/workshop");

    /// <summary>All four.</summary>
    public static IReadOnlyList<Service> All => [Redis1, Redis2, MySql1, MySql2];

    /// <summary>Returns once every one of the services answers; says what is missing where one does not.</summary>
    /// <exception cref="ServiceUnavailableException">One did not answer within three seconds; the message says which, where, and how to start it.</exception>
    public static async Task RequireAsync(params Service[] services)
    {
        var problems = (await Task.WhenAll(services.Select(WhyMissingAsync))).OfType<string>().ToList();
        if (problems.Count > 0)
            throw new ServiceUnavailableException(string.Join("\n",
                [.. problems, "启动它们：docker compose up -d --wait；没有 Docker：dotnet run --project src/AsyncBook -- services up（在仓库的根目录里运行）"]));
    }

    private static async Task<string?> WhyMissingAsync(Service service)
    {
        using var limit = new CancellationTokenSource(_patience);
        while (true)
        {
            try
            {
                await service.ProbeAsync(limit.Token);
                return null;
            }
            catch (ServiceUnavailableException e)
            {
                return e.Message;
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                if (limit.IsCancellationRequested)
                    return $"{service.Name} 连不上：{service.Host}:{service.Port}（环境变量 {service.Variable}）等了 {_patience.TotalSeconds:0} 秒没有应答";
                await Task.Delay(100);
            }
        }
    }
}

/// <summary>One server of the workshop.</summary>
/// <param name="Name">What docker-compose.yml calls it.</param>
/// <param name="Variable">The environment variable that says where it is.</param>
/// <param name="Address">redis:// or mysql://, with user, password, host, port and database.</param>
public sealed record Service(string Name, string Variable, Uri Address)
{
    /// <summary>The host's name or address.</summary>
    public string Host => Address.Host;

    /// <summary>The TCP port.</summary>
    public int Port => Address.Port;

    /// <summary>The user; empty for Redis.</summary>
    public string User => Part(0);

    /// <summary>The password.</summary>
    public string Password => Part(1);

    /// <summary>The database; empty for Redis.</summary>
    public string Database => Address.AbsolutePath.Trim('/');

    /// <summary>MySqlConnector's connection string. Redis has none: see RedisOptions.</summary>
    /// <exception cref="InvalidOperationException">This is a Redis server: a password with a comma has no place in its client's string.</exception>
    public string ConnectionString => Address.Scheme == "mysql"
        ? new DbConnectionStringBuilder
        {
            ["Server"] = Host,
            ["Port"] = Port,
            ["User ID"] = User,
            ["Password"] = Password,
            ["Database"] = Database,
        }.ConnectionString
        : throw new InvalidOperationException($"{Name} 没有连接字符串：用 RedisOptions.For(…)");

    /// <summary>Which and where, without the password.</summary>
    public override string ToString() => $"{Name} {Host}:{Port}";

    /// <summary>Asks the server for its version, as its own protocol does, without a client library.</summary>
    /// <returns>The version and the time until it was known.</returns>
    /// <exception cref="ServiceUnavailableException">Something answered, but it turned us away.</exception>
    public async Task<(string Version, TimeSpan Latency)> ProbeAsync(CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        using var client = new TcpClient();
        await client.ConnectAsync(Host, Port, cancellationToken);
        var stream = client.GetStream();
        var version = Address.Scheme == "redis"
            ? await RedisVersionAsync(stream, cancellationToken)
            : await MySqlVersionAsync(stream, cancellationToken);
        return (version, Stopwatch.GetElapsedTime(start));
    }

    /// <summary>Asks a Redis server whether it has a command: what stands in for it may not.</summary>
    public async Task<bool> KnowsAsync(string command, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Host, Port, cancellationToken);
        using var reader = await AskRedisAsync(client.GetStream(), cancellationToken, "COMMAND", "INFO", command);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line == "*1")
                return await reader.ReadLineAsync(cancellationToken) is not (null or "$-1" or "*-1");
            if (line.StartsWith('-'))
                throw Refused(line[1..]);
        }
        throw new EndOfStreamException();
    }

    internal static Service Read(string name, string variable, string fallback)
    {
        var text = Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given ? given : ServiceNotes.Find(variable) ?? fallback;
        var scheme = new Uri(fallback).Scheme;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme != scheme || address.Port < 1)
            throw new ServiceAddressException(variable, fallback);
        return new(name, variable, address);
    }

    private string Part(int index) =>
        Address.UserInfo.Split(':', 2) is var parts && index < parts.Length ? Uri.UnescapeDataString(parts[index]) : "";

    // Garnet, which stands in for Redis, says the version that it is like, besides its own.
    private async Task<string> RedisVersionAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var reader = await AskRedisAsync(stream, cancellationToken, "INFO", "server");
        var garnet = "";
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("garnet_version:", StringComparison.Ordinal))
                garnet = line["garnet_version:".Length..];
            if (line.StartsWith("redis_version:", StringComparison.Ordinal))
                return garnet.Length > 0 ? $"Garnet {garnet}" : line["redis_version:".Length..];
            if (line.StartsWith('-'))
                throw Refused(line[1..]);
        }
        throw new EndOfStreamException();
    }

    // Each command is an array of strings: Garnet does not take the lines that Redis takes, too.
    private async Task<StreamReader> AskRedisAsync(Stream stream, CancellationToken cancellationToken, params string[] command)
    {
        // A server without a password takes AUTH for a mistake.
        var auth = Password.Length == 0 ? "" : RedisCommand("AUTH", Password);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(auth + RedisCommand(command)), cancellationToken);
        return new StreamReader(stream, Encoding.UTF8);
    }

    private static string RedisCommand(params string[] words) =>
        $"*{words.Length}\r\n" + string.Concat(words.Select(word => $"${Encoding.UTF8.GetByteCount(word)}\r\n{word}\r\n"));

    // The server speaks first: a 3-byte length, a sequence number, then 10, the version and a zero, or 255 and an error.
    private async Task<string> MySqlVersionAsync(Stream stream, CancellationToken cancellationToken)
    {
        var header = new byte[4];
        await stream.ReadExactlyAsync(header, cancellationToken);
        var packet = new byte[header[0] | header[1] << 8 | header[2] << 16];
        await stream.ReadExactlyAsync(packet, cancellationToken);
        if (packet is not [10, ..])
            throw Refused(packet is [255, _, _, .. var error] ? Encoding.UTF8.GetString(error) : "not a MySQL server");
        var version = Encoding.UTF8.GetString(packet, 1, Array.IndexOf(packet, (byte)0, 1) - 1);
        // MariaDB puts this in front, for clients that take 10 for less than 5.
        return version.StartsWith("5.5.5-", StringComparison.Ordinal) ? version["5.5.5-".Length..] : version;
    }

    private ServiceUnavailableException Refused(string answer) =>
        new($"{Name} 不让进：{Host}:{Port}（环境变量 {Variable}）回答 {answer}") { Answer = answer };
}

/// <summary>A service does not answer, or turns us away. The message, for the learner, says which, where, and what to do.</summary>
public sealed class ServiceUnavailableException(string message) : Exception(message)
{
    /// <summary>What the server said, in its own words; empty where none answered.</summary>
    public string Answer { get; init; } = "";
}

/// <summary>A variable that should say where a service is, and holds no address. The message is for the learner.</summary>
public sealed class ServiceAddressException(string variable, string example)
    : FormatException($"环境变量 {variable} 应当像 {example}，现在的写法读不懂（里面可能有密码，不打印）")
{
    /// <summary>The variable.</summary>
    public string Variable { get; } = variable;

    /// <summary>What it should be like.</summary>
    public string Example { get; } = example;
}

// What `services up` has started: a password is made for each start, and its note, which only its owner can read, holds it.
internal static class ServiceNotes
{
    private static string Root => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "asyncbook", "servers");

    /// <summary>The address that a variable would have; null where nothing runs that stays.</summary>
    public static string? Find(string variable) =>
        (Directory.Exists(Root) ? Directory.GetDirectories(Root) : [])
            .SelectMany(start => Staying(Path.Combine(start, "servers.json")))
            .FirstOrDefault(server => server.GetProperty("Variable").GetString() == variable && IsRunning(server.GetProperty("Process")))
            is { ValueKind: JsonValueKind.Object } found ? found.GetProperty("Address").GetString() : null;

    // A note without an owner is of servers that stay; somebody else may just be writing or removing it.
    private static JsonElement[] Staying(string path)
    {
        try
        {
            var note = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(path));
            return note.GetProperty("Owner").ValueKind == JsonValueKind.Null ? [.. note.GetProperty("Servers").EnumerateArray()] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return [];
        }
    }

    private static bool IsRunning(JsonElement process)
    {
        try
        {
            using var found = Process.GetProcessById(process.GetProperty("Id").GetInt32());
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
