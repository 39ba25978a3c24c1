using System.Text.RegularExpressions;
using AsyncBook.Content.Tests.Notebooks;
using AsyncBook.Notebooks;

namespace AsyncBook.Content.Tests.Reference;

/// <summary>What 0-start-here.ipynb says of the sections is what the sections say of themselves.</summary>
public sealed partial class StartHereTests
{
    private const string Name = "0-start-here.ipynb";

    private static readonly Notebook _page = Notebook.Load(Path.Combine(Repository.Notebooks, Name));

    private static readonly IReadOnlyList<IReadOnlyList<string>> _contents = MarkdownTable.Rows(Name, columns: 6);

    public static TheoryData<string> Sections { get; } =
        [.. Directory.EnumerateFiles(Repository.Notebooks, "?.?-*.ipynb").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_contents_name_the_tutorials_sections_in_its_order() => Assert.Equal(
        Original.Headings.Where(heading => SectionNumber().IsMatch(heading.Section)).Select(heading => heading.Lines[0]),
        _contents.Select(row => Link().Match(row[0]).Groups["text"].Value));

    [Theory]
    [MemberData(nameof(Sections))]
    public void The_contents_say_how_long_a_section_takes_what_to_read_first_and_what_it_needs(string name)
    {
        var notebook = Notebook.Load(Path.Combine(Repository.Notebooks, name));
        var header = notebook.Cells[0].Source;
        var row = Assert.Single(_contents, row => Link().Match(row[0]).Groups["target"].Value == name);

        var minutes = Minutes().Match(header);
        Assert.True(minutes.Success, $"{name}: its header says no minutes");
        Assert.Equal((minutes.Groups["reading"].Value, minutes.Groups["practice"].Value), (row[2], row[3]));
        Assert.Equal(Listed(First().Match(header).Groups["links"].Value, @"\[(\d\.\d)"), Listed(row[4], @"(\d\.\d)"));
        Assert.Equal(Needs(notebook), row[5]);
    }

    [Fact]
    public void The_contents_name_every_page_that_goes_deeper_and_how_long_it_takes() => Assert.Equal(
        Directory.EnumerateFiles(Path.Combine(Repository.Notebooks, "more"), "*.ipynb").Order(StringComparer.Ordinal).Select(Deeper),
        MarkdownTable.Rows(Name, columns: 5)
            .OrderBy(row => Link().Match(row[0]).Groups["target"].Value, StringComparer.Ordinal)
            .Select(row => $"{row[0]} {row[2]}"));

    [Fact]
    public void The_check_comes_first() => Assert.Equal("check", _page.Cells.First(cell => cell.Kind == CellKind.Code).Id);

    [Trait("speed", "slow")]
    [Fact]
    public async Task The_check_is_as_stored_on_a_machine_that_has_no_service_and_no_package()
    {
        string[] services = ["ASYNCBOOK_REDIS_1", "ASYNCBOOK_REDIS_2", "ASYNCBOOK_MYSQL_1", "ASYNCBOOK_MYSQL_2"];
        var nowhere = services.Select(name => (name, name.Contains("REDIS", StringComparison.Ordinal) ? "redis://:x@127.0.0.1:1" : "mysql://x:x@127.0.0.1:1/x"));

        var (exitCode, output, _) = await AsyncBookProcess.RunAsync(
            Repository.Root, ["run", $"notebooks/{Name}", "--check", "--verbose"], [.. nowhere, ("NUGET_PACKAGES", Path.GetTempPath())]);

        Assert.Contains("Redis 有应答的：0 台", output, StringComparison.Ordinal);
        Assert.Contains("NuGet 包下载过的：0 个", output, StringComparison.Ordinal);
        Assert.Contains("环境检查：可以开始", output, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public void The_sections_it_sends_learners_to_are_there()
    {
        var headings = Sections.SelectMany(row => Anchors.Headings(Notebook.Load(Path.Combine(Repository.Notebooks, row.Data)))).ToList();
        var named = MarkdownTable.Rows(Name, columns: 3).Where(row => SectionNumber().IsMatch(row[0])).SelectMany(row => row.Skip(1))
            .SelectMany(cell => Quoted().Matches(cell)).Select(quoted => quoted.Groups["text"].Value).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(headings, heading => heading.Contains(name, StringComparison.Ordinal)));
    }

    private static string Deeper(string path)
    {
        var header = Notebook.Load(path).Cells[0].Source;
        var minutes = Minutes().Match(header);
        return $"[{header.Split('\n')[0][2..]}](more/{Path.GetFileName(path)}) {minutes.Groups["reading"].Value} + {minutes.Groups["practice"].Value}";
    }

    private static string Needs(Notebook notebook)
    {
        var needs = notebook.Needs.Concat(notebook.Cells.SelectMany(cell => cell.Needs)).Distinct().Order(StringComparer.Ordinal)
            .Select(need => need switch { "redis" => "Redis", "mysql" => "MySQL", "linux" => "Linux", "python" => "python3", _ => need });
        return string.Join("、", needs) is { Length: > 0 } text ? text : "–";
    }

    private static IEnumerable<string> Listed(string text, string pattern) => Regex.Matches(text, pattern).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\[(?<text>[^\]]+)\]\((?<target>[^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^\d\.\d$")]
    private static partial Regex SectionNumber();

    [GeneratedRegex(@"阅读约 (?<reading>\d+) 分钟，练习约 (?<practice>\d+) 分钟")]
    private static partial Regex Minutes();

    [GeneratedRegex(@"^\*\*先要知道：\*\*(?<links>.*)$", RegexOptions.Multiline)]
    private static partial Regex First();

    [GeneratedRegex("“(?<text>[^”]+)”")]
    private static partial Regex Quoted();
}
