using System.Text.Json;
using AsyncBook.IO;

namespace AsyncBook.Content.Tests.Workshop;

/// <summary>data/packages.json: the one place that says which packages the workshop uses, and in which version.</summary>
internal static class PinnedPackages
{
    private static readonly JsonElement _file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "data", "packages.json"))).RootElement;

    /// <summary>Versions by id: what cells ask for.</summary>
    public static IReadOnlyDictionary<string, string> OfNotebooks { get; } = Read("notebooks");

    /// <summary>Versions by id: what the tool manifest restores.</summary>
    public static IReadOnlyDictionary<string, string> OfTools { get; } = Read("tools");

    /// <summary>Whether this machine has it already: NuGet then asks nobody.</summary>
    public static bool IsKept(string id, string version) => File.Exists(Path.Combine(Kept(id, version), ".nupkg.metadata"));

    /// <summary>The folder into which NuGet unpacks it.</summary>
    public static string Kept(string id, string version)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given ? given : Path.Combine(home, ".nuget", "packages");
        return Path.Combine(folder, id.ToLowerInvariant(), version);
    }

    /// <summary>The versions that the feeds serve; null where no feed answers.</summary>
    public static async Task<IReadOnlyList<string>?> ServedAsync(string id, CancellationToken cancellationToken)
    {
        string[] search = ["dotnet", "package", "search", id, "--exact-match", "--prerelease", "--format", "json"];
        if (await ChildProcess.RunAsync(search, cancellationToken) is not (0, var output) || !output.Contains("\"packages\"", StringComparison.Ordinal))
        {
            return null;
        }

        using var found = JsonDocument.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..]);
        return
        [
            .. found.RootElement.GetProperty("searchResult").EnumerateArray()
                .SelectMany(source => source.GetProperty("packages").EnumerateArray())
                .Select(package => package.GetProperty("version").GetString()!),
        ];
    }

    private static Dictionary<string, string> Read(string what) =>
        _file.GetProperty(what).EnumerateObject().ToDictionary(package => package.Name, package => package.Value.GetString()!, StringComparer.Ordinal);
}
