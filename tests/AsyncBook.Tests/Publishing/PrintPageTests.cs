using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AsyncBook.Publishing;

namespace AsyncBook.Tests.Publishing;

/// <summary>The whole book as one page for paper: nothing is missing, nothing stands for two things, and every way in it leads on.</summary>
public sealed partial class PrintPageTests(BookOnDisk book) : IClassFixture<BookOnDisk>
{
    private static readonly HtmlParser _parser = new();

    [Fact]
    public void It_says_what_the_pages_say_in_their_order()
    {
        var print = Read(book.Folder);
        var pages = NotebookPages.Load(Repository.Notebooks);
        var chapters = print.QuerySelectorAll(".chapter").ToList();
        Assert.Equal(pages.Count, chapters.Count);
        Assert.All(pages.Zip(chapters), pair =>
        {
            var page = _parser.ParseDocument(File.ReadAllText(Path.Combine(book.Folder, pair.First.Address)));
            Assert.Equal(Words(page.QuerySelectorAll("main section.cell")), Words(pair.Second.QuerySelectorAll("section.cell")));
        });
    }

    [Fact]
    public void Its_contents_lead_to_every_chapter_and_every_link_to_a_place_that_is_there()
    {
        var print = Read(book.Folder);
        var ids = print.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        var inside = print.QuerySelectorAll("main [href^='#']").Select(link => Uri.UnescapeDataString(link.GetAttribute("href")![1..])).ToList();
        Assert.InRange(inside.Count, 300, int.MaxValue);
        Assert.Empty(inside.Except(ids, StringComparer.Ordinal));
        var elsewhere = print.QuerySelectorAll("main [href]:not([href^='#'])").Select(link => link.GetAttribute("href")!).Where(link => !link.Contains(':', StringComparison.Ordinal)).Distinct().ToList();
        Assert.NotEmpty(elsewhere);
        Assert.All(elsewhere, link => Assert.True(File.Exists(Path.Combine(book.Folder, Uri.UnescapeDataString(link.Split('#')[0]))), link));
        Assert.DoesNotContain(elsewhere, link => NotebookPages.Load(Repository.Notebooks).Any(page => page.Address == link.Split('#')[0]));
        Assert.Equal(
            print.QuerySelectorAll(".chapter").Select(chapter => "#" + chapter.Id),
            print.QuerySelectorAll(".chapters li > a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Its_pictures_keep_their_styles_and_what_they_are_named_by()
    {
        var print = Read(book.Folder);
        var ids = print.QuerySelectorAll("[id]").Select(element => element.Id!).ToHashSet(StringComparer.Ordinal);
        var styles = print.QuerySelectorAll("svg style").Select(style => style.TextContent).ToList();
        Assert.InRange(styles.Count, 20, int.MaxValue);
        Assert.All(styles, css => Assert.All(InStyle().Matches(css).Select(match => match.Groups["id"].Value), id => Assert.Contains(id, ids)));
        Assert.All(
            print.QuerySelectorAll("[aria-labelledby], [aria-describedby]").SelectMany(element => (element.GetAttribute("aria-labelledby") ?? element.GetAttribute("aria-describedby")!).Split(' ')),
            id => Assert.Contains(id, ids));
    }

    [Fact]
    public void Everything_that_is_folded_is_open_without_a_script() =>
        Assert.Empty(Read(book.Folder).QuerySelectorAll("main details:not([open])"));

    [Fact]
    public void The_search_finds_nothing_twice()
    {
        var index = File.ReadAllText(Path.Combine(book.Folder, SearchIndex.Address));
        Assert.DoesNotContain("\"" + PrintPage.Address, index, StringComparison.Ordinal);
        Assert.DoesNotContain("\"" + PageFrame.MissingAddress, index, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_reached_from_the_cover_and_listed_as_the_books_own()
    {
        var cover = _parser.ParseDocument(File.ReadAllText(Path.Combine(book.Folder, IndexPage.Address)));
        Assert.NotNull(cover.QuerySelector($"main a[href='{PrintPage.Address}']"));
        Assert.Superset(new HashSet<string> { PrintPage.Address, PageFrame.MissingAddress }, SiteManifest.Read(book.Folder).ToHashSet());
    }

    [Fact]
    public void A_worksheet_has_no_answer_and_a_line_for_the_name()
    {
        using var folder = new TemporaryFolder();
        SampleBook.Make(folder, "book");
        Assert.Contains("参考答案 1.4-a", Read(folder["book"]).Body!.TextContent, StringComparison.Ordinal);
        Book.Write(new(folder["notebooks"], folder["sheet"], Slides: false, Worksheet: true));
        var sheet = Read(folder["sheet"]);
        Assert.DoesNotContain("参考答案 1.4-a", sheet.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("练习 1.4-a：并排等", sheet.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(sheet.QuerySelector(".title-page .name-line"));
    }

    [Theory]
    [InlineData("</style><b>x")]
    [InlineData("\\\"} body { display: none } \\")]
    [InlineData("😀 {{body}}")]
    public void A_title_stays_a_title_above_the_pages(string title)
    {
        using var folder = new TemporaryFolder();
        SmallBook.Make(folder, SampleNotebook.Text("header", "# `" + title + "`"));
        var rules = Assert.Single(Read(folder["book"]).QuerySelectorAll("main > style")).TextContent;
        Assert.Matches("""^\s*@page s0 \{ @top-right \{ content: "[^"<>{}]+" \} \} #s0 \{ page: s0 \}\s*$""", rules);
    }

    private static IHtmlDocument Read(string folder) => _parser.ParseDocument(File.ReadAllText(Path.Combine(folder, PrintPage.Address)));

    // What a style sheet names is another id there.
    private static string Words(IEnumerable<IElement> cells)
    {
        var texts = cells.SelectMany(cell => cell.GetDescendants().OfType<IText>()).Where(text => text.ParentElement is not { LocalName: "style" });
        return Space().Replace(string.Concat(texts.Select(text => text.Data)), "").Replace("（点开）", "", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"#(?<id>s\d+-[\w-]*)")]
    private static partial Regex InStyle();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
