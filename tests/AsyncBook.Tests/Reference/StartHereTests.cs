using System.Text.RegularExpressions;
using AsyncBook.Documents;
using AsyncBook.Running;
using AsyncBook.Tests.Notebooks;

namespace AsyncBook.Tests.Reference;

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
    public void The_check_comes_first_and_knows_every_package_the_notebooks_use()
    {
        var check = _page.Cells.First(cell => cell.Kind == CellKind.Code);
        var used = Sections.SelectMany(row => Notebook.Load(Path.Combine(Repository.Notebooks, row.Data)).Cells)
            .Where(cell => cell.Kind == CellKind.Code)
            .SelectMany(cell => Package().Matches(cell.Source))
            .Select(package => $"\"{package.Groups["id"].Value}/{package.Groups["version"].Value}\"".ToLowerInvariant())
            .Distinct(StringComparer.Ordinal);

        Assert.Equal("check", check.Id);
        Assert.All(used, package => Assert.Contains(package, check.Source, StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_check_prints_is_the_same_on_a_machine_that_has_less()
    {
        var printed = Assert.IsType<StreamOutput>(Assert.Single(_page.Cells.Single(cell => cell.Id == "check").Outputs)).Text;
        var less = Regex.Replace(printed, @"\d+", "0");

        Assert.Contains("环境检查：可以开始", printed, StringComparison.Ordinal);
        Assert.Equal(
            OutputNormalizer.Normalize([new StreamOutput("stdout", printed)], Parity.Shape),
            OutputNormalizer.Normalize([new StreamOutput("stdout", less)], Parity.Shape));
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

    [GeneratedRegex("#r \"nuget: (?<id>[^,]+), (?<version>[^\"]+)\"")]
    private static partial Regex Package();

    [GeneratedRegex("“(?<text>[^”]+)”")]
    private static partial Regex Quoted();
}
