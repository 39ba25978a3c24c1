using System.Text.Json;

namespace AsyncBook.Kernel.Packages;

/// <summary>What a restore found on disk. All paths are absolute.</summary>
/// <param name="Versions">The version of every package, by its id.</param>
/// <param name="Compile">Assemblies the compiler reads.</param>
/// <param name="Runtime">Assemblies the process loads.</param>
/// <param name="Native">Native libraries the process loads.</param>
internal sealed record RestoredPackages(
    IReadOnlyDictionary<string, string> Versions,
    IReadOnlyList<string> Compile,
    IReadOnlyList<string> Runtime,
    IReadOnlyList<string> Native)
{
    public bool AllFilesExist => Compile.Concat(Runtime).Concat(Native).All(File.Exists);
}

/// <summary>
/// Reads NuGet's <c>project.assets.json</c>. NuGet's own reader would bring its assemblies, and Newtonsoft.Json,
/// into the process whose cells may ask for other versions of them.
/// </summary>
internal static class AssetsFile
{
    public static RestoredPackages Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = document.RootElement;
        var folders = root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        var libraries = root.GetProperty("libraries");

        // The last target is the one for this machine's runtime identifier; native files stand only there.
        var packages = root.GetProperty("targets").EnumerateObject().Last().Value.EnumerateObject()
            .Where(package => package.Value.GetProperty("type").GetString() == "package")
            .Select(package => new Package(package.Name, package.Value, Locate(package.Name, libraries, folders)))
            .ToList();
        return new RestoredPackages(
            packages.ToDictionary(package => package.Id, package => package.Version, StringComparer.OrdinalIgnoreCase),
            [.. packages.SelectMany(package => package.Files("compile"))],
            [.. packages.SelectMany(package => package.Files("runtime"))],
            [.. packages.SelectMany(package => package.Files("native"))]);
    }

    /// <summary>What NuGet logged as an error, code first: <c>NU1101: Unable to find package …</c>.</summary>
    public static IReadOnlyList<string> ReadErrors(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.TryGetProperty("logs", out var logs)
            ? [.. logs.EnumerateArray().Where(IsError).Select(log => $"{log.GetProperty("code").GetString()}: {log.GetProperty("message").GetString()}")]
            : [];
    }

    private static bool IsError(JsonElement log) => log.GetProperty("level").GetString() == "Error";

    private static string Locate(string package, JsonElement libraries, List<string> folders)
    {
        var relative = libraries.GetProperty(package).GetProperty("path").GetString()!;
        return folders.Select(folder => Path.Combine(folder, relative)).FirstOrDefault(Directory.Exists)
            ?? Path.Combine(folders[0], relative);
    }

    private sealed record Package(string Name, JsonElement Assets, string Folder)
    {
        public string Id => Name.Split('/')[0];

        public string Version => Name.Split('/')[1];

        public IEnumerable<string> Files(string group) =>
            Assets.TryGetProperty(group, out var files)
                ? files.EnumerateObject()
                    .Where(file => Path.GetFileName(file.Name) != "_._")
                    .Select(file => Path.GetFullPath(Path.Combine(Folder, file.Name)))
                : [];
    }
}
