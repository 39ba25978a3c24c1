using AsyncBook.IO;
using AsyncBook.Language;
using AsyncBook.Services;

namespace AsyncBook.Running;

/// <summary>What a cell may need beyond .NET, and whether it is here.</summary>
internal static class Requirements
{
    /// <summary>Why a need is not met; null where it is.</summary>
    public static async Task<string?> WhyMissingAsync(string need, ServiceAddresses addresses, CancellationToken cancellationToken) => need switch
    {
        "linux" => OperatingSystem.IsLinux() ? null : RunWords.NeedsLinux,
        "dotnet-11" => Environment.Version.Major >= 11 ? null : RunWords.NeedsDotnet11(Environment.Version.ToString()),
        "python" => IsOnPath("python3") ? null : RunWords.NeedsPython,
        "redis" or "mysql" => await FirstAsync(addresses.ForNeed(need), service => ServiceProbe.WhyUnreachableAsync(service, cancellationToken)),
        "redis-streams" => await FirstAsync(addresses.ForNeed("redis"), service => ServiceProbe.WhyLackingAsync(service, "XADD", cancellationToken)),
        _ => RunWords.UnknownNeed(need),
    };

    private static async Task<string?> FirstAsync(IReadOnlyList<Service> services, Func<Service, Task<string?>> ask) =>
        (await Task.WhenAll(services.Select(ask))).FirstOrDefault(why => why is not null);

    private static bool IsOnPath(string program) => ProgramFinder.Find(program) is not null;
}
