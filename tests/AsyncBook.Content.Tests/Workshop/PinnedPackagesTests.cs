using System.Text.Json;
using System.Text.RegularExpressions;
using AsyncBook.IO;
using AsyncBook.Notebooks;

namespace AsyncBook.Content.Tests.Workshop;

/// <summary>Versions stand in many places, since cells, editors and images cannot read one another: all say what data/packages.json says.</summary>
public sealed partial class PinnedPackagesTests
{
    public static TheoryData<string, string> All { get; } =
        [.. PinnedPackages.OfNotebooks.Concat(PinnedPackages.OfTools).Select(package => (package.Key, package.Value))];

    [Fact]
    public void Cells_ask_for_exactly_these() =>
        Assert.Equal(Lines(PinnedPackages.OfNotebooks), Sources(CellKind.Code).SelectMany(Directives).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Text_that_shows_a_directive_shows_the_same() =>
        Assert.Empty(Sources(CellKind.Markdown).SelectMany(Directives).Except(Lines(PinnedPackages.OfNotebooks)));

    [Fact]
    public void The_check_of_the_start_page_counts_exactly_these() => Assert.Equal(
        PinnedPackages.OfNotebooks.Select(package => $"{package.Key}/{package.Value}".ToLowerInvariant()).Order(StringComparer.Ordinal),
        Folder().Matches(Read("notebooks", "lib", "Machine.cs")).Select(match => match.Groups["folder"].Value).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void A_readme_lists_exactly_these(string name) => Assert.Equal(
        Lines(PinnedPackages.OfNotebooks.Concat(PinnedPackages.OfTools)),
        Row().Matches(Read(name)).Select(match => $"{match.Groups["id"].Value}, [{match.Groups["version"].Value}]").Order(StringComparer.Ordinal));

    [Fact]
    public void The_tool_manifests_restore_exactly_these() => Assert.Equal(
        PinnedPackages.OfTools.Select(tool => $"{tool.Key.ToLowerInvariant()} {tool.Value}"),
        new[] { Read(".config", "dotnet-tools.json"), Read(".config", "garnet", "dotnet-tools.json") }
            .SelectMany(manifest => JsonDocument.Parse(manifest).RootElement.GetProperty("tools").EnumerateObject())
            .Select(tool => $"{tool.Name} {tool.Value.GetProperty("version").GetString()}"));

    [Fact]
    public void Whoever_speaks_of_the_tool_names_this_version() => Assert.All(
        Sources(CellKind.Markdown).Append(Read("README.md")).Append(Read("README.zh-CN.md")).SelectMany(text => ToolVersion().Matches(text)),
        match => Assert.Equal(PinnedPackages.OfTools["Microsoft.dotnet-interactive"], match.Value));

    [Fact]
    public async Task The_devcontainer_restores_exactly_these()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the image's lines are bash");
        var line = Restore().Match(Read(".devcontainer", "Dockerfile").Replace("\\\n", "", StringComparison.Ordinal)).Value;
        Assert.NotEqual("", line);

        // dotnet add pins package ID --version VERSION
        string[] bash = ["bash", "-c", $"cd '{Repository.Root}'; dotnet() {{ echo \"$4, $6\"; }}; {line}"];
        var (exitCode, output) = (await ChildProcess.RunAsync(bash, TestContext.Current.CancellationToken))!.Value;

        Assert.Equal(0, exitCode);
        Assert.Equal(Lines(PinnedPackages.OfNotebooks), output.Split('\n').Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_pinned_version_is_kept_here_or_served_by_the_feed(string id, string version)
    {
        if (!PinnedPackages.IsKept(id, version))
        {
            Assert.SkipWhen(
                id == "garnet-server" && Directory.Exists(Path.Combine(Repository.Root, "artifacts", "packages-offline")),
                "a bundle leaves it out: it would be nearly half of it, and stands in for redis-server only");
            var served = await PinnedPackages.ServedAsync(id, TestContext.Current.CancellationToken);
            Assert.SkipWhen(served is null, $"{id} {version} is not kept here, and no feed answers");
            Assert.Contains(version, served!);
        }
    }

    private static IEnumerable<string> Lines(IEnumerable<KeyValuePair<string, string>> packages) =>
        packages.Select(package => $"{package.Key}, [{package.Value}]").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Sources(CellKind kind) => Directory
        .EnumerateFiles(Repository.Notebooks, "*.ipynb", SearchOption.AllDirectories)
        .SelectMany(path => Notebook.Load(path).Cells)
        .Where(cell => cell.Kind == kind)
        .Select(cell => cell.Source);

    private static IEnumerable<string> Directives(string source) => Directive().Matches(source).Select(match => match.Groups["package"].Value);

    private static string Read(params string[] path) => File.ReadAllText(Path.Combine([Repository.Root, .. path]));

    // 名字, 版本 in the text stands for any.
    [GeneratedRegex("#r \"nuget: *(?<package>[!-~][^\"]*)\"")]
    private static partial Regex Directive();

    [GeneratedRegex("\"(?<folder>[a-z][a-z.-]+/[0-9][0-9.]+)\"")]
    private static partial Regex Folder();

    [GeneratedRegex(@"^\| \[(?<id>[\w.-]+)\]\(https://www\.nuget\.org/packages/\k<id>\) \| (?<version>[\w.-]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\b1\.0\.\d{6}\b")]
    private static partial Regex ToolVersion();

    [GeneratedRegex(@"grep -rhoE .*? done")]
    private static partial Regex Restore();
}
