using System.Text.RegularExpressions;
using AsyncBook.Commands;
using AsyncBook.IO;
using AsyncBook.Notebooks;

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
        Links(_english).Except(["README.zh-CN.md", "data/images/run.png"]).Order(StringComparer.Ordinal), Links(_chinese).Except(["README.md", "data/images/run.zh-CN.svg"]).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_file_they_link_to_is_there() => Assert.All(
        Links(_english).Concat(Links(_chinese)).Where(link => !link.StartsWith("https:", StringComparison.Ordinal)),
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
    public async Task The_kernel_of_VS_Code_and_Jupyter_is_installed_by_the_commands_as_they_stand_in_a_home_that_has_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "these commands are for Linux");
        using var home = new TemporaryFolder();
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var commands = InstallingCommands.Select(line => line[4..]).ToList();

        var result = await ChildProcess.RunAsync(
            ["env", "-u", "XDG_DATA_HOME", $"HOME={home.Path}", $"NUGET_PACKAGES={packages}", "bash", "-ec", $"cd '{Repository.Root}'\n{string.Join('\n', commands)}"],
            TestContext.Current.CancellationToken);

        Assert.True(result is (0, _), $"{result}");
        Assert.Contains("\".NET (C#)\"", await File.ReadAllTextAsync(home[".local/share/jupyter/kernels/.net-csharp/kernel.json"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void The_start_page_has_the_same_commands_for_each_shell()
    {
        var start = Notebook.Load(Path.Combine(Repository.Notebooks, "0-start-here.ipynb")).Cells.Single(cell => cell.Id == "open").Source;
        var commands = Blocks(_english).Where(line => line.Contains("mkdir", StringComparison.Ordinal) || line.Contains("dotnet tool", StringComparison.Ordinal)).Select(line => line[4..]).ToList();

        Assert.Equal(6, commands.Count);
        Assert.Contains($"```bash\n{string.Join('\n', commands[..3])}\n```", start, StringComparison.Ordinal);
        Assert.Contains($"```powershell\n{string.Join('\n', commands[3..])}\n```", start, StringComparison.Ordinal);
    }

    private static IEnumerable<string> InstallingCommands => Blocks(_english)
        .SkipWhile(line => !line.StartsWith("    mkdir -p ", StringComparison.Ordinal)).Take(3);

    private static string Read(string name) => File.ReadAllText(Path.Combine(Repository.Root, name));

    // Levels of headings, rows of tables, points of lists, pictures, blocks of code: all but the words.
    private static IEnumerable<string> Shape(string text) => text.Split('\n').Select(line => Mark().Match(line).Value).Where(mark => mark.Length > 0);

    private static IEnumerable<string> Blocks(string text) => text.Split('\n').Where(line => line.StartsWith("    ", StringComparison.Ordinal));

    private static bool IsCommand(string line) => line.StartsWith("    dotnet", StringComparison.Ordinal) || line.StartsWith("    mkdir", StringComparison.Ordinal) || line.StartsWith("    docker", StringComparison.Ordinal);

    private static IEnumerable<string> Links(string text) => Link().Matches(text).Select(match => match.Groups["to"].Value).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Table(string heading, string text) =>
        text[text.IndexOf($"## {heading}\n", StringComparison.Ordinal)..].Split("\n## ")[0].Split('\n').Where(line => line.StartsWith('|'));

    [GeneratedRegex(@"^(#+ |\||- |!\[|    )")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\]\((?<to>[^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^\| `(?<name>[a-z]+)")]
    private static partial Regex CommandName();
}
