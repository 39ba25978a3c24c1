using System.Text.Json;
using AsyncBook.IO;
using AsyncBook.Kernels;
using AsyncBook.Language;
using AsyncBook.Notebooks;
using AsyncBook.Running;

namespace AsyncBook.Doctor;

/// <summary>The packages that notebooks pin: here already and from where, or to be had.</summary>
internal static class PackageChecks
{
    /// <summary>The directives of all notebooks, each once.</summary>
    public static IReadOnlyList<string> PinsOf(IEnumerable<Notebook> notebooks) =>
    [
        .. notebooks.SelectMany(notebook => notebook.Cells).Where(cell => cell.Kind == CellKind.Code)
            .SelectMany(cell => PackageDirective.FindPins(cell.Source)).Select(pin => pin.Directive).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>The packages a notebook brings in, in order.</summary>
    public static IReadOnlyList<(string Id, string Version)> PackagesOf(Notebook notebook) =>
        [.. notebook.Cells.Where(cell => cell.Kind == CellKind.Code).SelectMany(cell => PackageDirective.FindPins(cell.Source)).Select(pin => (pin.Id, pin.Version)).Distinct()];

    public static async Task<Finding> CheckAsync(string directive, Task<string?> silentFeed, CancellationToken cancellationToken)
    {
        var (_, id, version) = PackageDirective.FindPins(directive).Single();
        var what = $"{id} {version}";
        if (SourceOf(id, version) is { } source)
        {
            return Finding.Ok(what, DoctorWords.HereFrom(source));
        }

        if (await silentFeed is { } feed)
        {
            return Finding.Missing(what, DoctorWords.FeedSilent(feed), DoctorWords.GoOnline);
        }

        try
        {
            // Here, for the nuget.config that holds here.
            var folder = Directory.GetCurrentDirectory();
            await using var client = await KernelClient.StartAsync(KernelLaunch.For(KernelKind.Builtin, folder), folder, cancellationToken);
            return await client.SubmitAsync(directive, "doctor", _ => { }, cancellationToken) is { } failure
                ? Finding.Missing(what, PackageDirective.Reason(failure), DoctorWords.GoOnline)
                : Finding.Ok(what, DoctorWords.RestoredFrom(SourceOf(id, version)));
        }
        catch (KernelException e)
        {
            return Finding.Missing(what, e.Message, "dotnet build");
        }
    }

    // NuGet leaves a note beside what it unpacked.
    private static string? SourceOf(string id, string version)
    {
        var note = Path.Combine(PackagesFolder.Of(id, version), ".nupkg.metadata");
        return File.Exists(note) ? JsonDocument.Parse(File.ReadAllText(note)).RootElement.GetProperty("source").GetString() : null;
    }
}
