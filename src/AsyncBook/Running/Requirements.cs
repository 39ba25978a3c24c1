using System.Net.Sockets;

namespace AsyncBook.Running;

/// <summary>What a cell may need beyond .NET, and whether it is here.</summary>
internal static class Requirements
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    /// <summary>Why a need is not met; null where it is.</summary>
    public static async Task<string?> WhyMissingAsync(string need) => need switch
    {
        "linux" => OperatingSystem.IsLinux() ? null : "needs Linux",
        "python" => IsOnPath("python3") ? null : "needs python3 on the PATH",
        "redis" => await WhyUnreachableAsync("Redis", "ASYNCBOOK_REDIS_1", 6379),
        "mysql" => await WhyUnreachableAsync("MySQL", "ASYNCBOOK_MYSQL_1", 3306),
        _ => $"needs '{need}', which asyncbook does not know (it knows linux, python, redis, mysql)",
    };

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));

    private static async Task<string?> WhyUnreachableAsync(string service, string variable, int defaultPort)
    {
        var address = Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given ? given : $"127.0.0.1:{defaultPort}";
        var separator = address.LastIndexOf(':');
        var port = separator > 0 && int.TryParse(address[(separator + 1)..], out var number) ? number : defaultPort;
        var host = separator > 0 ? address[..separator] : address;
        using var limit = new CancellationTokenSource(_patience);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(host, port, limit.Token);
            return null;
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            return $"{service} does not answer at {host}:{port} ({variable}); start it with: docker compose up -d --wait";
        }
    }
}
