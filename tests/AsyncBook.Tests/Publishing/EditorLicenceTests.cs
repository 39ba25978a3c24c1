using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AsyncBook.Publishing;

namespace AsyncBook.Tests.Publishing;

/// <summary>The editor is other people's work: all of it is named.</summary>
public sealed partial class EditorLicenceTests
{
    private static readonly string _folder = Path.Combine(Repository.Root, "src", "AsyncBook", "Publishing", "Editor");

    [Fact]
    public void The_licence_names_every_package_that_is_pinned_with_its_version_and_its_licence()
    {
        var pinned = JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, "package-lock.json")))!["packages"]!.AsObject()
            .Where(package => package.Key.StartsWith("node_modules/", StringComparison.Ordinal) && !package.Key.Contains("esbuild", StringComparison.Ordinal))
            .Select(package => $"{package.Key["node_modules/".Length..]} {package.Value!["version"]} ({package.Value["license"]})");
        var named = Named().Matches(File.ReadAllText(Path.Combine(_folder, "LICENSE-CodeMirror"))).Select(match => match.Value);
        Assert.Equal(pinned.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_package_that_is_asked_for_is_asked_for_in_one_version()
    {
        var asked = JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, "package.json")))!["dependencies"]!.AsObject();
        Assert.Equal([], asked.Where(package => !Exact().IsMatch((string)package.Value!)).Select(package => package.Key));
        Assert.Contains("made by Publishing/Editor/build.sh", Assets.Read("editor.js"), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^[@\w/.-]+ \d+\.\d+\.\d+ \([^)]+\)$", RegexOptions.Multiline)]
    private static partial Regex Named();

    [GeneratedRegex(@"^\d+\.\d+\.\d+$")]
    private static partial Regex Exact();
}
