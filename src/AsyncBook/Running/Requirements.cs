using AsyncBook.IO;
using AsyncBook.Services;

namespace AsyncBook.Running;

/// <summary>What a cell may need beyond .NET, and whether it is here.</summary>
internal static class Requirements
{
    /// <summary>Why a need is not met; null where it is.</summary>
    public static async Task<string?> WhyMissingAsync(string need, ServiceAddresses addresses, CancellationToken cancellationToken) => need switch
    {
        "linux" => OperatingSystem.IsLinux() ? null : "needs Linux",
        "dotnet-11" => Environment.Version.Major >= 11 ? null : $"needs .NET 11; this is .NET {Environment.Version}",
        "python" => IsOnPath("python3") ? null : "needs python3 on the PATH",
        "redis" or "mysql" => (await Task.WhenAll(addresses.ForNeed(need).Select(service =>
            ServiceProbe.WhyUnreachableAsync(service, cancellationToken)))).FirstOrDefault(why => why is not null),
        _ => $"needs '{need}', which asyncbook does not know (it knows linux, python, redis, mysql, dotnet-11)",
    };

    private static bool IsOnPath(string program) => ProgramFinder.Find(program) is not null;
}
