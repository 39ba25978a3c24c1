using System.Text.Json;
using AsyncBook.Language;

namespace AsyncBook.Bundling;

/// <summary>The packages of build, tests, notebooks and tool, as files: what NuGet says a restore has used.</summary>
internal static class PackageCollector
{
    // It weighs more than all else together: without it, the tests leave out what opens a browser.
    private const string LeftOut = "Playwright";

    private static readonly string[] _folders = ["src", "tests", "notebooks", "bench"];

    public static async Task<IReadOnlyList<string>> CollectAsync(string repository, string pins, IEnumerable<PackageSet> sets, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(pins);
        var sources = _folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(repository, folder), "*.csproj", SearchOption.AllDirectories))
            .ToList();
        var projects = PackageSet.Write(pins, sets);
        var all = Path.Combine(pins, "all.slnx");
        PackageSet.Solution([.. sources, .. projects]).Save(all);
        await Bundle.RequireAsync(["dotnet", "restore", all, "--nologo"], cancellationToken);
        await Bundle.RequireAsync(["dotnet", "tool", "restore", "--tool-manifest", Path.Combine(repository, ".config", "dotnet-tools.json")], cancellationToken);
        File.Delete(all);
        var assets = sources.Select(project => Path.Combine(repository, "artifacts", "obj", Path.GetFileNameWithoutExtension(project), "project.assets.json"))
            .Concat(projects.Select(project => Path.Combine(Path.GetDirectoryName(project)!, "obj", "project.assets.json"))).ToList();
        return
        [
            .. assets.SelectMany(Packages).Concat(Tools(repository, FolderOf(assets[0]))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Packages(string assets)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(assets));
        var (root, folder) = (document.RootElement, FolderOf(assets));
        var libraries = root.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package")
            .Select(library => library.Value.GetProperty("path").GetString()!)
            .Where(path => !path.Contains(LeftOut, StringComparison.OrdinalIgnoreCase));
        var downloads = root.GetProperty("project").GetProperty("frameworks").EnumerateObject()
            .Where(framework => framework.Value.TryGetProperty("downloadDependencies", out _))
            .SelectMany(framework => framework.Value.GetProperty("downloadDependencies").EnumerateArray())
            .Select(download => $"{download.GetProperty("name").GetString()!.ToLowerInvariant()}/{download.GetProperty("version").GetString()!.Trim('[', ']').Split(',')[0]}");
        return [.. libraries.Concat(downloads).Select(path => FileOf(folder, path))];
    }

    private static IEnumerable<string> Tools(string repository, string folder)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(repository, ".config", "dotnet-tools.json")));
        return [.. manifest.RootElement.GetProperty("tools").EnumerateObject().Select(tool => FileOf(folder, $"{tool.Name}/{tool.Value.GetProperty("version").GetString()}"))];
    }

    private static string FolderOf(string assets)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(assets));
        return document.RootElement.GetProperty("packageFolders").EnumerateObject().First().Name;
    }

    private static string FileOf(string folder, string path)
    {
        // What NuGet puts there is in small letters.
        var file = Path.Combine(folder, path, path.Replace('/', '.').ToLowerInvariant() + ".nupkg");
        return File.Exists(file) ? file : throw new BundleException(BundleWords.NoPackage(path, folder));
    }
}
