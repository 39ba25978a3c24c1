using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace AsyncBook.Kernel.Packages;

/// <summary>The project that stands for a notebook's packages, so that NuGet itself finds versions that go together.</summary>
internal static class RestoreProject
{
    private static readonly string[] _inherited = ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly"];

    private static string TargetFramework => $"net{Environment.Version.Major}.{Environment.Version.Minor}";

    /// <summary>What a restore depends on beside the packages' names.</summary>
    public static string Platform => $"{TargetFramework}/{RuntimeInformation.RuntimeIdentifier}";

    public static string AssetsFileIn(string folder) => Path.Combine(folder, "obj", "project.assets.json");

    public static string Write(
        string folder, IReadOnlyList<PackageReference> packages, IReadOnlyList<string> sources, string configurationRoot)
    {
        Directory.CreateDirectory(folder);
        var project = Path.Combine(folder, "packages.csproj");
        new XDocument(new XElement("Project",
            new XElement("PropertyGroup",
                new XElement("TargetFramework", TargetFramework),
                new XElement("RuntimeIdentifier", RuntimeInformation.RuntimeIdentifier),
                new XElement("SelfContained", false),
                new XElement("UseAppHost", false),
                new XElement("ImportDirectoryBuildProps", false),
                new XElement("ImportDirectoryBuildTargets", false),
                new XElement("ImportDirectoryPackagesProps", false),
                new XElement("NuGetAudit", false),
                new XElement("RestoreAdditionalProjectSources", string.Join(';', sources.Select(Literal))),
                new XElement("RestoreRootConfigDirectory", configurationRoot)),
            new XElement("Import", new XAttribute("Project", "Sdk.props"), new XAttribute("Sdk", "Microsoft.NET.Sdk")),
            new XElement("ItemGroup", packages.Select(package => new XElement("PackageReference",
                new XAttribute("Include", package.Id), new XAttribute("Version", package.VersionRange)))),
            new XElement("Import", new XAttribute("Project", "Sdk.targets"), new XAttribute("Sdk", "Microsoft.NET.Sdk")))).Save(project);
        return project;
    }

    // To MSBuild these characters are syntax; here they are part of an address or of a folder's name.
    private static string Literal(string text) =>
        string.Concat(text.Select(c => c is '%' or '$' or '@' or ';' or '(' or ')' or '*' or '?' or '\'' ? $"%{(int)c:X2}" : c.ToString()));

    public static ProcessStartInfo Command(string project)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";
        var start = new ProcessStartInfo(host, ["restore", project, "--nologo", "-v:quiet"])
        {
            WorkingDirectory = Path.GetDirectoryName(project)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in _inherited)
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        return start;
    }
}
