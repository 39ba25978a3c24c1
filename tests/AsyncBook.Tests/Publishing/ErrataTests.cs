using System.Text.Json.Nodes;
using AsyncBook.Notebooks;
using AsyncBook.Publishing;

namespace AsyncBook.Tests.Publishing;

public sealed class ErrataTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_page_holds_what_the_notebooks_say_now() => Assert.True(
        File.ReadAllText(Path.Combine(Repository.Notebooks, ErrataPage.Source)) == ErrataPage.Compose(Repository.Notebooks),
        "notebooks/reference/errata.ipynb is out of date; renew it with: dotnet run --project src/AsyncBook -- errata");

    [Fact]
    public void Every_section_is_on_the_page()
    {
        var page = string.Join('\n', Notebook.Load(Path.Combine(Repository.Notebooks, ErrataPage.Source)).Cells.Select(cell => cell.Source));
        var written = Directory.EnumerateFiles(Repository.Notebooks, "?.?-*.ipynb").Select(path => Notebook.Load(path).Cells[0].Title).ToList();

        Assert.Equal(13, written.Count);
        Assert.All(written, title => Assert.Contains($"## {title}\n", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("**勘误**\n\n- 一\n- 二\n\n别的话", "- 一\n- 二", 2)]
    [InlineData("**勘误**\n\n- 一\n\n- 二\n  接着\n\n别的话\n\n- 三", "- 一\n- 二\n  接着", 2)]
    [InlineData("**勘误**\n\n一段话。\n\n- 别的", "一段话。", 1)]
    public void A_passage_is_the_list_or_the_paragraph_below_its_label(string source, string text, int count)
    {
        var passage = Assert.Single(Find(source));

        Assert.Equal(("errata", text, count), (passage.Cell, passage.Text, passage.Count));
        Assert.Equal(["1.1p1", "1.1#1"], passage.Blocks);
    }

    [Theory]
    [InlineData("**勘误：** 一")]
    [InlineData("**勘误**\n- 一")]
    [InlineData("**勘误**")]
    public void A_passage_in_another_form_is_not_passed_over(string source)
    {
        var exception = Assert.Throws<NotebookFormatException>(() => Find(source));

        Assert.Contains("cell errata: write **勘误** as a line of its own", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_that_only_speaks_of_errata_is_none() => Assert.Empty(Find("写在下面的**勘误**里。"));

    [Fact]
    public void A_passage_below_no_quotation_is_refused() => Assert.Contains(
        "cell errata: no cell above it quotes the tutorial",
        Assert.Throws<NotebookFormatException>(() => ErrataReader.Find(Load(SampleNotebook.Text("errata", "**勘误**\n\n一")))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("见 [1.2](1.2-quick-start.ipynb)", "见 [1.2](../1.2-quick-start.ipynb)")]
    [InlineData("[甲](#事件循环) [乙](lib/Show.cs)", "[甲](../1.1-event-loop.ipynb#事件循环) [乙](../lib/Show.cs)")]
    [InlineData("[甲](https://example.org/x)", "[甲](https://example.org/x)")]
    public void Links_are_carried_one_folder_down(string text, string moved)
    {
        Write($"**勘误**\n\n{text}");

        Assert.Contains(moved, MultilineText.Read(JsonNode.Parse(ErrataPage.Compose(_folder.Path))!["cells"]![1]!["source"])!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quotation_is_found_below_the_heading_that_its_link_names()
    {
        var quoted = "{\"original\": [\"1.1p1\"]}";
        SampleNotebook.Write(_folder, SampleNotebook.Of(
            SampleNotebook.Text("header", "# 1.1 事件循环"),
            SampleNotebook.Text("first", "> 一", quoted),
            SampleNotebook.Text("errata-1", "**勘误**\n\n- 一"),
            SampleNotebook.Text("see-it", "## 怎样（`C#`）看见它\n\n```python\n# 注释\n```"),
            SampleNotebook.Text("predict", "### 先猜 1.1-p1\n\n先打印什么？"),
            SampleNotebook.Text("second", "> 二", quoted),
            SampleNotebook.Text("errata-2", "## 别的\n\n**勘误**\n\n- 二"),
            SampleNotebook.Text("third", "## 自己的标题\n\n> 三\n\n**勘误**\n\n- 三\n\n## 后面的", quoted)));

        var page = JsonNode.Parse(ErrataPage.Compose(_folder.Path))!["cells"]![1]!["source"];

        Assert.Equal(
            "## 1.1 事件循环\n\n[原文 1.1p1](../1.1-event-loop.ipynb#1.1-事件循环)\n\n- 一\n\n"
            + "[原文 1.1p1](../1.1-event-loop.ipynb#怎样（C%23）看见它)\n\n- 二\n\n"
            + "[原文 1.1p1](../1.1-event-loop.ipynb#自己的标题)\n\n- 三",
            MultilineText.Read(page));
    }

    [Fact]
    public async Task The_command_writes_the_page_once_and_check_only_looks()
    {
        Write("**勘误**\n\n- 一");

        var missing = await RunAsync("errata", _folder.Path, "--check");
        var written = await RunAsync("errata", _folder.Path);
        var same = await RunAsync("errata", _folder.Path, "--check");
        Write("**勘误**\n\n- 改了");
        var stale = await RunAsync("errata", _folder.Path, "--check");

        Assert.Equal((1, 0, 0, 1), (missing.ExitCode, written.ExitCode, same.ExitCode, stale.ExitCode));
        Assert.Contains("written", written.Output, StringComparison.Ordinal);
        Assert.Contains(" -- errata", stale.Errors, StringComparison.Ordinal);
        Assert.Contains("- 一", await File.ReadAllTextAsync(_folder[ErrataPage.Source], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        var (exitCode, _, errors) = await RunAsync("errata", "nowhere");

        Assert.Equal(2, exitCode);
        Assert.StartsWith("nowhere: is not a folder", errors, StringComparison.Ordinal);
    }

    private IReadOnlyList<ErrataPassage> Find(string source) => ErrataReader.Find(Load(Cells(source)));

    private Notebook Load(params JsonObject[] cells) => Notebook.Load(SampleNotebook.Write(_folder, SampleNotebook.Of(cells)));

    private void Write(string source) => SampleNotebook.Write(_folder, SampleNotebook.Of(Cells(source)));

    private static JsonObject[] Cells(string source) =>
    [
        SampleNotebook.Text("quotation", "# 1.1 事件循环", "{\"original\": [\"1.1p1\", \"1.1#1\"]}"),
        SampleNotebook.Text("errata", source),
    ];

    private static Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        AsyncBookInProcess.RunAsync(arguments);
}
