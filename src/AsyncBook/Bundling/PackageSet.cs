using System.Xml.Linq;

namespace AsyncBook.Bundling;

/// <summary>Packages that a notebook has brought in up to one of its cells: the kernels restore them together.</summary>
/// <param name="Packages">Ids and exact versions, in order.</param>
internal sealed record PackageSet(IReadOnlyList<(string Id, string Version)> Packages)
{
    private string Key => string.Join('+', Packages.Select(package => $"{package.Id}/{package.Version}"));

    /// <summary>All that a notebook with these directives, in this order, asks for on its way.</summary>
    public static IEnumerable<PackageSet> Of(IReadOnlyList<(string Id, string Version)> packages) =>
        Enumerable.Range(1, packages.Count).Select(count => new PackageSet([.. packages.Take(count)]));

    /// <summary>Writes a project for each set, and a solution of them.</summary>
    /// <returns>The projects.</returns>
    public static IReadOnlyList<string> Write(string folder, IEnumerable<PackageSet> sets)
    {
        var projects = new List<string>();
        foreach (var set in sets.DistinctBy(set => set.Key, StringComparer.OrdinalIgnoreCase))
        {
            var name = $"set{projects.Count + 1}";
            var project = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, name)).FullName, name + ".csproj");
            set.Project().Save(project);
            projects.Add(project);
        }

        Solution(projects.Select(project => Path.GetRelativePath(folder, project))).Save(Path.Combine(folder, "pins.slnx"));
        return projects;
    }

    public static XDocument Solution(IEnumerable<string> projects) =>
        new(new XElement("Solution", projects.Select(project => new XElement("Project", new XAttribute("Path", project)))));

    // Nothing of the folders above applies to it, wherever it is put.
    private XDocument Project() => new(new XElement("Project",
        new XElement("PropertyGroup",
            new XElement("TargetFramework", $"net{Environment.Version.Major}.{Environment.Version.Minor}"),
            new XElement("ImportDirectoryBuildProps", false),
            new XElement("ImportDirectoryBuildTargets", false),
            new XElement("ImportDirectoryPackagesProps", false),
            new XElement("NuGetAudit", false)),
        new XElement("Import", new XAttribute("Project", "Sdk.props"), new XAttribute("Sdk", "Microsoft.NET.Sdk")),
        new XElement("ItemGroup", Packages.Select(package => new XElement("PackageReference", new XAttribute("Include", package.Id), new XAttribute("Version", $"[{package.Version}]")))),
        new XElement("Import", new XAttribute("Project", "Sdk.targets"), new XAttribute("Sdk", "Microsoft.NET.Sdk"))));
}
