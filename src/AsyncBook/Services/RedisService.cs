using AsyncBook.IO;

namespace AsyncBook.Services;

/// <summary>How a private Redis is started.</summary>
internal static class RedisService
{
    public static string? Program { get; } = ProgramFinder.Find("redis-server");

    /// <summary>The command line, once the folder holds what it needs. Nothing is ever written to disk.</summary>
    public static async Task<IReadOnlyList<string>> PrepareAsync(Service service, string folder, int port, CancellationToken cancellationToken)
    {
        // In a file: a password on the command line is for all to see.
        var settings = Path.Combine(folder, "redis.conf");
        await OwnersAlone.WriteAsync(settings, $"""
            bind 127.0.0.1
            port {port}
            {(service.Password.Length == 0 ? "" : $"requirepass {service.Password}")}
            save ""
            appendonly no
            maxmemory 64mb
            dir "{folder}"
            logfile "{ServiceFolder.Log(folder)}"

            """, cancellationToken);
        return [Program!, settings];
    }
}
