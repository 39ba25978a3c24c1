using System.Net.Sockets;

namespace AsyncBook.Running;

/// <summary>What a cell may need beyond .NET, and whether it is here.</summary>
internal static class Requirements
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    /// <summary>Why a need is not met; null where it is.</summary>
    public static async Task<string?> WhyMissingAsync(string need) => need switch
    {
        "linux" => OperatingSystem.IsLinux() ? null : "needs Linux",
        "dotnet-11" => Environment.Version.Major >= 11 ? null : $"needs .NET 11; this is .NET {Environment.Version}",
        "python" => IsOnPath("python3") ? null : "needs python3 on the PATH",
        "redis" or "mysql" => (await Task.WhenAll(ServicesOf(need).Select(WhyUnreachableAsync))).FirstOrDefault(why => why is not null),
        _ => $"needs '{need}', which asyncbook does not know (it knows linux, python, redis, mysql, dotnet-11)",
    };

    /// <summary>The services that a need stands for; none where it is of another kind.</summary>
    public static IReadOnlyList<Service> ServicesOf(string need) => need switch
    {
        "redis" => [Services.Redis1, Services.Redis2],
        "mysql" => [Services.MySql1, Services.MySql2],
        _ => [],
    };

    /// <summary>Why a service cannot be used; null where it answers.</summary>
    public static async Task<string?> WhyUnreachableAsync(Service service)
    {
        using var limit = new CancellationTokenSource(_patience);
        var where = $"{service.Host}:{service.Port} ({service.Variable})";
        try
        {
            await service.ProbeAsync(limit.Token);
            return null;
        }
        catch (ServiceUnavailableException e)
        {
            return $"{service.Name} turned us away at {where}: {e.Answer}";
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
            return $"{service.Name} does not answer at {where}; start it with: docker compose up -d --wait, or install redis-server and mariadb-server";
        }
    }

    private static bool IsOnPath(string program) => Servers.ServerProgram.Find(program) is not null;
}
