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
        "redis" or "mysql" => (await Task.WhenAll(addresses.ForNeed(need).Select(service =>
            ServiceProbe.WhyUnreachableAsync(service, cancellationToken)))).FirstOrDefault(why => why is not null),
        _ => RunWords.UnknownNeed(need),
    };

    private static bool IsOnPath(string program) => ProgramFinder.Find(program) is not null;
}
