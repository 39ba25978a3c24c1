using System.Text.RegularExpressions;
using AsyncBook.Notebooks;

namespace AsyncBook.Content.Tests.Reference;

/// <summary>对照表: that the links of its rows resolve, DialectTests sees, as in every notebook.</summary>
public sealed partial class ComparisonTests
{
    private static readonly IReadOnlyList<IReadOnlyList<string>> _rows = MarkdownTable.Rows("reference/comparison.ipynb", columns: 4);

    public static TheoryData<string> Names { get; } = [.. TutorialNames.All];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_Python_name_of_the_tutorial_has_a_row(string name) => Assert.True(
        _rows.Any(row => CodeSpan().Matches(row[0]).Any(span => Regex.IsMatch(span.Value, $@"(?<!\w){Regex.Escape(name)}(?!\w)"))),
        $"notebooks/reference/comparison.ipynb has no row for {name}");

    [Fact]
    public void The_names_are_found_in_programs_comments_and_text()
    {
        string[] some =
        [
            "asyncio.run", "asyncio.wait", "asyncio.wrap_future", "ensure_future", "loop.run_in_executor", "concurrent.futures.ThreadPoolExecutor",
            "ProcessPoolExecutor", "uvloop.EventLoopPolicy", "aioredis.create_redis", "aiomysql.connect", "aiohttp.ClientSession", "FastAPI", "Redis",
            "async def", "async for", "async with", "await", "__aiter__", "__anext__", "__aenter__", "__aexit__", "StopAsyncIteration",
        ];
        Assert.Empty(some.Except(TutorialNames.All, StringComparer.Ordinal));
        Assert.InRange(TutorialNames.All.Count, 50, 90);
        Assert.DoesNotContain("aioredis.ConnectionsPoll", TutorialNames.All);
    }

    [Fact]
    public void A_row_says_what_it_is_in_C_sharp_how_it_differs_and_where_to_see_it()
    {
        Assert.InRange(_rows.Count, 60, 200);
        Assert.All(_rows, row =>
        {
            Assert.Matches(CodeSpan(), row[0]);
            Assert.All(row, cell => Assert.NotEqual("", cell));
            Assert.Matches(@"^\[([12]\.\d[^\]]*\]\(\.\./[12]\.\d-|[^\]]+\]\(\.\./more/)[^)]+\.ipynb(#[^)]+)?\)$", row[3]);
        });
    }

    [Fact]
    public void A_row_leads_to_a_cell_or_heading_wherever_its_notebook_is_written() => Assert.All(
        _rows.Where(row => Target().Match(row[3]) is var target && !target.Groups["anchor"].Success && File.Exists(Path.Combine(Repository.Notebooks, target.Groups["file"].Value))),
        row => Assert.Fail($"{row[0]}: {row[3]} names no cell and no heading"));

    [Fact]
    public void Every_asyncio_name_of_the_sections_own_tables_is_in_the_comparison()
    {
        var named = Directory.EnumerateFiles(Repository.Notebooks, "?.?-*.ipynb")
            .SelectMany(path => Notebook.Load(path).Cells)
            .Where(cell => cell.Id == "python-to-csharp")
            .SelectMany(cell => AsyncioName().Matches(cell.Source).Select(name => name.Value))
            .ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(_rows.SelectMany(row => AsyncioName().Matches(row[0]).Select(name => name.Value))).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("`[^`]+`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"\(\.\./(?<file>[^)#]+)(#(?<anchor>[^)]+))?\)")]
    private static partial Regex Target();

    [GeneratedRegex(@"(?<![\w.])asyncio\.\w+")]
    private static partial Regex AsyncioName();
}
