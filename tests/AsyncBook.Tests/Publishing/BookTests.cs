using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AsyncBook.Notebooks;
using AsyncBook.Publishing;

namespace AsyncBook.Tests.Publishing;

/// <summary>The book of the real notebooks, made once: nothing of them is missing, and no page is heavy.</summary>
public sealed class BookTests(BookOnDisk book) : IClassFixture<BookOnDisk>
{
    private const int Heaviest = 300 * 1024;
    private const int LargestIndex = 900 * 1024;
    private const int LargestPrint = 2600 * 1024;

    public static TheoryData<string> Notebooks { get; } =
        [.. NotebookPages.Load(Repository.Notebooks).Select(page => page.Source)];

    [Fact]
    public void No_page_weighs_more_than_300_KB_with_all_it_loads()
    {
        Assert.True(book.Report.LargestPage.Bytes <= Heaviest, $"{book.Report.LargestPage}");
        Assert.True(book.Report.SearchIndex <= LargestIndex, $"{book.Report.SearchIndex}");
        Assert.True(book.Report.PrintPage <= LargestPrint, $"{book.Report.PrintPage}");
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Every_sentence_and_program_of_the_tutorial_stands_on_its_page_marked_as_such(string name)
    {
        var (notebook, page) = Open(name);
        var quoted = Words(string.Join('\n', page.QuerySelectorAll(".original").Select(quotation => quotation.TextContent)));
        var ids = notebook.Cells.SelectMany(cell => cell.Originals).ToHashSet(StringComparer.Ordinal);
        Assert.All(
            Original.Blocks.Where(block => ids.Contains(block.Id) && block.Kind is "prose" or "code" && ids.Contains(block.Id)),
            block => Assert.Contains(Words(string.Join('\n', Original.Printed(block))), quoted, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Every_cell_is_on_its_page_with_what_it_printed(string name)
    {
        var (notebook, page) = Open(name);
        Assert.All(notebook.Cells, cell =>
        {
            var section = page.GetElementById(cell.Id);
            Assert.NotNull(section);
            Assert.All(
                cell.Outputs.OfType<StreamOutput>(),
                output => Assert.Contains(Words(output.Text), Words(section.TextContent), StringComparison.Ordinal));
        });
    }

    [Fact]
    public void The_cover_says_of_every_page_what_it_is_about()
    {
        var cover = new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(book.Folder, "index.html")));
        var cards = cover.QuerySelectorAll(".cards li");
        Assert.Equal(NotebookPages.Load(Repository.Notebooks).Count, cards.Length);
        Assert.All(cards, card => Assert.InRange(card.QuerySelector(".gist")?.TextContent.Length ?? 0, 8, 120));
        Assert.Contains(cards, card => card.TextContent.Contains("调用一个 async 函数，函数体什么时候开始跑？", StringComparison.Ordinal));
        Assert.DoesNotContain(cards, card => card.TextContent.Contains('`', StringComparison.Ordinal) || card.TextContent.Contains("**", StringComparison.Ordinal));
    }

    [Fact]
    public void Pages_follow_each_other_in_the_order_of_the_notebooks()
    {
        var pages = NotebookPages.Load(Repository.Notebooks);
        Assert.All(pages.Zip(pages.Skip(1)), pair =>
        {
            var (_, page) = Open(pair.First.Source);
            var next = page.QuerySelector(".pager [rel=next]")!.GetAttribute("href")!;
            Assert.EndsWith(pair.Second.Address, Uri.UnescapeDataString(next), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void No_page_asks_for_anything_from_elsewhere()
    {
        Assert.All(Directory.EnumerateFiles(book.Folder, "*.html", SearchOption.AllDirectories), file =>
            Assert.All(
                new HtmlParser().ParseDocument(File.ReadAllText(file)).QuerySelectorAll("[src], link[href]"),
                element => Assert.DoesNotMatch("^(https?:|//)", element.GetAttribute("src") ?? element.GetAttribute("href")!)));
    }

    [Fact]
    public void A_machine_says_the_same_each_time()
    {
        using var again = new TemporaryFolder();
        Book.Write(new(Repository.Notebooks, again["book"], Slides: false));
        Assert.All(
            Directory.EnumerateFiles(book.Folder, "*", SearchOption.AllDirectories),
            file => Assert.Equal(File.ReadAllText(file), File.ReadAllText(Path.Combine(again["book"], Path.GetRelativePath(book.Folder, file)))));
    }

    [Fact]
    public async Task The_command_writes_a_book_and_says_where_and_how_heavy()
    {
        using var folder = new TemporaryFolder();
        SmallBook.Write(folder, "# 1.1 题");
        var (exitCode, output, errors) = await AsyncBookProcess.RunAsync(folder.Path, ["book"]);
        Assert.Equal(0, exitCode);
        Assert.Matches(@"^artifacts/book/index\.html: 1 notebooks; largest page \S+ \d+ KB, search index 1 KB; all of it to print: print\.html \d+ KB$", output.Trim());
        Assert.Equal("making the book of notebooks …\n", errors);
        Assert.True(File.Exists(folder["artifacts/book/index.html"]));
    }

    [Fact]
    public async Task The_command_gives_1_for_a_broken_link_and_2_for_a_folder_without_notebooks()
    {
        using var folder = new TemporaryFolder();
        SmallBook.Write(folder, "[a](nowhere.md)");
        var broken = await AsyncBookInProcess.RunAsync("book", folder["notebooks"], "--out", folder["site"]);
        Assert.Equal((1, false), (broken.ExitCode, Directory.Exists(folder["site"])));
        Assert.Contains("cell text: the link to nowhere.md leads nowhere", broken.Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await AsyncBookInProcess.RunAsync("book", folder["no-such-folder"])).ExitCode);
    }

    private (Notebook Notebook, IDocument Page) Open(string name) => (
        Notebook.Load(Path.Combine(Repository.Notebooks, name)),
        new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(book.Folder, Path.ChangeExtension(name, ".html")))));

    private static string Words(string text) => Regex.Replace(text, @"\s+", "");
}
