using System.Text.Json;
using AsyncBook.Kernels;
using AsyncBook.Notebooks;
using AsyncBook.Running;

namespace AsyncBook.Doctor;

/// <summary>The packages that notebooks pin: here already and from where, or to be had.</summary>
internal static class PackageChecks
{
    private static string PackagesFolder => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>The directives of all notebooks, each once.</summary>
    public static IReadOnlyList<string> PinsOf(IEnumerable<Notebook> notebooks) =>
    [
        .. notebooks.SelectMany(notebook => notebook.Cells).Where(cell => cell.Kind == CellKind.Code)
            .SelectMany(cell => PackageDirective.FindPins(cell.Source)).Select(pin => pin.Directive).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    public static async Task<Finding> CheckAsync(string directive, CancellationToken cancellationToken)
    {
        var (_, id, version) = PackageDirective.FindPins(directive).Single();
        var what = $"{id} {version}";
        if (SourceOf(id, version) is { } source)
        {
            return Finding.Ok(what, $"here, from {source}");
        }

        try
        {
            var folder = Path.GetTempPath();
            await using var client = await KernelClient.StartAsync(KernelLaunch.For(KernelKind.Builtin, folder), folder, cancellationToken);
            return await client.SubmitAsync(directive, "doctor", _ => { }, cancellationToken) is { } failure
                ? Finding.Missing(what, PackageDirective.Reason(failure), "connect to the internet once, or add a source that has it: dotnet nuget add source URL")
                : Finding.Ok(what, $"restored just now, from {SourceOf(id, version) ?? "a source unknown"}");
        }
        catch (KernelException e)
        {
            return Finding.Missing(what, e.Message, "dotnet build");
        }
    }

    // NuGet leaves a note beside what it unpacked.
    private static string? SourceOf(string id, string version)
    {
        var note = Path.Combine(PackagesFolder, id.ToLowerInvariant(), version, ".nupkg.metadata");
        return File.Exists(note) ? JsonDocument.Parse(File.ReadAllText(note)).RootElement.GetProperty("source").GetString() : null;
    }
}
