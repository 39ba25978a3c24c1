using System.Text.RegularExpressions;

namespace AsyncBook.Tests.Architecture;

/// <summary>The folders of src/AsyncBook are floors, and ARCHITECTURE.md draws what is there.</summary>
public sealed partial class FloorTests
{
    private static readonly FolderUses _uses = new("AsyncBook", "asyncbook.dll");
    private static readonly string _page = File.ReadAllText(Path.Combine(Repository.Root, "ARCHITECTURE.md"));

    [Fact]
    public void No_folder_uses_one_that_uses_it() => Assert.Equal([], _uses.Circles.Select(use => use.ToString()));

    [Fact]
    public void No_arrow_runs_up()
    {
        var floors = Floors();
        Assert.Equal([], _uses.All
            .Where(use => use.From.Length > 0 && Floor(floors, use.To) <= Floor(floors, use.From) && Top(use.To) != Top(use.From))
            .Select(use => use.ToString()));
    }

    [Fact]
    public void Every_arrow_is_drawn() => Assert.Equal(
        [], _uses.All.Where(use => use.From.Length > 0 && Top(use.From) != Top(use.To) && !Drawn().Contains((Top(use.From), Top(use.To)))).Select(use => use.ToString()));

    [Fact]
    public void Every_arrow_that_is_drawn_is_there() => Assert.Equal(
        [], Drawn().Except(_uses.All.Select(use => (From: Top(use.From), To: Top(use.To)))).Select(arrow => $"{arrow.From} --> {arrow.To}"));

    [Fact]
    public void Every_folder_is_on_a_floor() => Assert.Equal(
        Directory.GetDirectories(Path.Combine(Repository.Root, "src", "AsyncBook")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal),
        Floors().SelectMany(floor => floor).Order(StringComparer.Ordinal));

    // A reader of source that sees nothing would find no fault either.
    [Fact]
    public void What_uses_what_is_seen()
    {
        Assert.Contains(_uses["Commands"], use => use is { To: "Running", Type: "NotebookRunner" });
        Assert.Contains(_uses["Running"], use => use is { To: "Services", Type: "ServiceAddresses" });
        Assert.Contains(_uses["Notebooks"], use => use is { To: "IO", Type: "AtomicFile" });
    }

    [Fact]
    public void The_environment_is_read_and_never_written() => Assert.DoesNotContain(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories),
        file => File.ReadAllText(file).Contains("SetEnvironmentVariable", StringComparison.Ordinal));

    private static string Top(string folder) => folder.Split('/')[0];

    private static int Floor(IReadOnlyList<string[]> floors, string folder) => floors.Index().First(floor => floor.Item.Contains(Top(folder))).Index;

    // From the top down, a row of the table each.
    private static IReadOnlyList<string[]> Floors() =>
        [.. Row().Matches(_page).Select(row => Name().Matches(row.Groups["folders"].Value).Select(name => name.Groups["name"].Value).ToArray())];

    private static HashSet<(string From, string To)> Drawn() =>
    [
        .. Arrow().Matches(_page).SelectMany(arrow => arrow.Groups["to"].Value.Split('&', StringSplitOptions.TrimEntries).Select(to => (arrow.Groups["from"].Value, to))),
    ];

    [GeneratedRegex(@"^\| (?<folders>`\w+/`(?:, `\w+/`)*) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(?<name>\w+)/`")]
    private static partial Regex Name();

    [GeneratedRegex(@"^ *(?<from>\w+) --> (?<to>\w+(?: & \w+)*)$", RegexOptions.Multiline)]
    private static partial Regex Arrow();
}
