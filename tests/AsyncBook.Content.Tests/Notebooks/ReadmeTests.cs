using System.Text.RegularExpressions;
using AsyncBook.Commands;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>The two READMEs say the same, and what they name exists.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string _english = Read("README.md"), _chinese = Read("README.zh-CN.md");

    [Fact]
    public void They_keep_step_heading_by_heading() => Assert.Equal(Shape(_english), Shape(_chinese));

    [Fact]
    public void They_hold_the_same_commands_and_files() => Assert.Equal(Blocks(_english).Where(IsCommand), Blocks(_chinese).Where(IsCommand));

    [Fact]
    public void They_have_the_same_links_but_for_each_other() => Assert.Equal(
        Links(_english).Except(["README.zh-CN.md"]).Order(StringComparer.Ordinal), Links(_chinese).Except(["README.md"]).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_file_they_link_to_is_there() => Assert.All(
        Links(_english).Where(link => !link.StartsWith("https:", StringComparison.Ordinal)),
        link => Assert.True(File.Exists(Path.Combine(Repository.Root, link)), $"{link} is not there"));

    [Fact]
    public void Every_notebook_is_in_the_contents() => Assert.All(
        Directory.EnumerateFiles(Repository.Notebooks, "*.ipynb", SearchOption.AllDirectories),
        path => Assert.Contains(Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), Links(_english)));

    [Fact]
    public void Every_command_of_the_program_is_in_the_table_and_none_else()
    {
        var listed = Table("The command line", _english).Select(row => CommandName().Match(row).Groups["name"].Value).Where(name => name.Length > 0);
        Assert.Equal(CommandLine.Create().Names.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_pins_are_the_notebooks_own()
    {
        var pins = Directory.EnumerateFiles(Repository.Notebooks, "*.ipynb")
            .SelectMany(path => Pin().Matches(File.ReadAllText(path))).Select(match => $"{match.Groups["id"].Value} {match.Groups["version"].Value}").Distinct();
        Assert.All(pins, pin => Assert.Contains($"[{pin.Split(' ')[0]}]", _english, StringComparison.Ordinal));
        Assert.All(pins, pin => Assert.Contains(Table("Packages", _english), row => row.Contains(pin.Split(' ')[0], StringComparison.Ordinal) && row.Contains($"| {pin.Split(' ')[1]} |", StringComparison.Ordinal)));
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(Repository.Root, name));

    // Levels of headings, rows of tables, points of lists, pictures, blocks of code: all but the words.
    private static IEnumerable<string> Shape(string text) => text.Split('\n').Select(line => Mark().Match(line).Value).Where(mark => mark.Length > 0);

    private static IEnumerable<string> Blocks(string text) => text.Split('\n').Where(line => line.StartsWith("    ", StringComparison.Ordinal));

    private static bool IsCommand(string line) => line.StartsWith("    dotnet", StringComparison.Ordinal) || line.StartsWith("    docker", StringComparison.Ordinal);

    private static IEnumerable<string> Links(string text) => Link().Matches(text).Select(match => match.Groups["to"].Value).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Table(string heading, string text) =>
        text[text.IndexOf($"## {heading}\n", StringComparison.Ordinal)..].Split("\n## ")[0].Split('\n').Where(line => line.StartsWith('|'));

    [GeneratedRegex(@"^(#+ |\||- |!\[|    )")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\]\((?<to>[^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^\| `(?<name>[a-z]+)")]
    private static partial Regex CommandName();

    [GeneratedRegex(@"#r \\""nuget: (?<id>[\w.]+), (?<version>[\w.]+)\\""")]
    private static partial Regex Pin();
}
