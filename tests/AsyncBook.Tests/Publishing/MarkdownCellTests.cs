using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AsyncBook.Publishing;
using static AsyncBook.TestSupport.SampleNotebook;

namespace AsyncBook.Tests.Publishing;

/// <summary>What becomes of the notebooks' text.</summary>
public sealed class MarkdownCellTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_quotation_and_its_program_are_marked_as_the_tutorials_and_other_quotations_are_not()
    {
        var page = Page(
            Text("a", "**原文**\n\n> 教程的话。\n\n```python\nprint(1)\n```", """{"original": ["1.1p1"]}"""),
            Text("b", "> 别人的话。"));
        Assert.Equal("原文教程的话。", page.QuerySelector("#a blockquote.original")!.TextContent.Trim().ReplaceLineEndings(""));
        Assert.StartsWith("原文", page.QuerySelector("#a figure.original figcaption")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#b .original, #b .tag"));
    }

    [Fact]
    public void An_erratum_stands_in_a_box_of_its_own()
    {
        var page = Page(Text("a", "**勘误**\n\n- 错一\n- 错二\n\n别的话。"));
        Assert.Equal(2, page.QuerySelectorAll(".errata li").Length);
        Assert.DoesNotContain("别的话", page.QuerySelector(".errata")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_and_right_ways_are_told_apart_on_one_line_or_on_two()
    {
        var page = Page(Text("a", "❌ 甲 `x`。✅ 乙。"), Text("b", "❌ 丙\n✅ 丁"));
        Assert.Equal(["❌ 甲 x。", "❌ 丙"], page.QuerySelectorAll("p.bad").Select(way => way.TextContent));
        Assert.Equal(["✅ 乙。", "✅ 丁"], page.QuerySelectorAll("p.good").Select(way => way.TextContent));
    }

    [Fact]
    public void A_folded_answer_keeps_its_highlighted_program()
    {
        var page = Page(Text("a", "<details><summary>参考答案</summary>\n\n```csharp\nawait x;\n```\n\n</details>"));
        Assert.Equal("await", page.QuerySelector("details figure.code .k")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("[← 上](1.1-event-loop.ipynb) | [目录](0-start-here.ipynb) | [下 →](1.2-quick-start.ipynb)", true)]
    [InlineData("[1.1 →](1.1-event-loop.ipynb)", true)]
    [InlineData("[1.1](1.1-event-loop.ipynb)", false)]
    [InlineData("看 [← 上](1.1-event-loop.ipynb)", false)]
    public void The_way_through_the_notebooks_is_the_pages_own_affair(string text, bool isGone) =>
        Assert.Equal(isGone, Page(Text("a", text + "\n\n话")).QuerySelectorAll("#a p").Length == 1);

    [Fact]
    public void Headings_begin_slides_and_have_anchors_of_their_own()
    {
        var page = Page(Text("a", "# 题\n\n## 小结\n\n话\n\n### 一、Task.WhenAll：全都要\n\n话"), Text("小结", "## 小结\n\n话"));
        Assert.Equal(["题", "小结-1", "一taskwhenall全都要", "小结-2"], page.QuerySelectorAll("main h1, main h2, main h3").Select(heading => heading.Id!));
        Assert.Equal(3, page.QuerySelectorAll(".slide").Length);
    }

    [Fact]
    public void Links_between_notebooks_lead_between_pages_to_cells_and_headings()
    {
        _folder.Write("notebooks/reference/对照表.ipynb", File.ReadAllText(Write(_folder, Of(Text("top", "# 对照表\n\n[去](../1.1-event-loop.ipynb#cell-1)")))));
        var page = Page(Text("cell-1", "## 一、甲：乙\n\n[一](#一、甲：乙) [二](reference/对照表.ipynb#top) [三](https://example.com)"));
        Assert.Equal(
            ["#一甲乙", "reference/%E5%AF%B9%E7%85%A7%E8%A1%A8.html#top", "https://example.com"],
            page.QuerySelectorAll("#cell-1 a").Select(link => link.GetAttribute("href")!));
        var reference = File.ReadAllText(_folder["book/reference/对照表.html"]);
        Assert.Contains("href=\"../1.1-event-loop.html#cell-1\"", reference, StringComparison.Ordinal);
        Assert.Contains("href=\"../assets/book.css\"", reference, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_a_quotation_leads_to_its_cell_not_to_the_heading_above_it()
    {
        var page = Page(
            Text("title", "# 题"),
            Text("cell-1", "> 甲", "{\"original\": [\"1.1p1\", \"1.1#1\"]}"),
            Text("cell-2", "[原文 1.1#1、1.1p2](1.1-event-loop.ipynb) [原文 1.1p2](1.1-event-loop.ipynb#题) [看原文 1.1#1](1.1-event-loop.ipynb)"));
        Assert.Equal(
            ["1.1-event-loop.html#cell-1", "1.1-event-loop.html#题", "1.1-event-loop.html"],
            page.QuerySelectorAll("#cell-2 a").Select(link => link.GetAttribute("href")!));
    }

    [Fact]
    public void A_picture_comes_along_and_a_source_file_becomes_a_page()
    {
        _folder.Write("data/images/a.png", "picture"u8);
        _folder.Write("notebooks/lib/Loop.cs", "class Loop;");
        var page = Page(Text("a", "![图](../data/images/a.png) [源码](lib/Loop.cs) [文件夹](../data/)"), Code("b", "#!import lib/Loop.cs"));
        Assert.Equal("files/data/images/a.png", page.QuerySelector("#a img")!.GetAttribute("src"));
        Assert.Equal("picture", File.ReadAllText(_folder["book/files/data/images/a.png"]));
        Assert.Equal("files/notebooks/lib/Loop.cs.html", page.QuerySelector("#b code a")!.GetAttribute("href"));
        Assert.Contains("class", File.ReadAllText(_folder["book/files/notebooks/lib/Loop.cs.html"]), StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("#a a"));
    }

    [Theory]
    [InlineData("[a](nowhere.ipynb)")]
    [InlineData("[2.1](2.1-redis.ipynb)")]
    [InlineData("[a](1.1-other-name.ipynb)")]
    [InlineData("[a](../../outside.txt)")]
    [InlineData("![a](no-such.png)")]
    [InlineData("<a href=\"nowhere.html\">a</a>")]
    [InlineData("[a](#no-such-heading)")]
    [InlineData("[a](1.1-event-loop.ipynb#no-such-cell)")]
    public void A_link_that_leads_nowhere_names_notebook_and_cell_and_nothing_is_written(string text)
    {
        SmallBook.Write(_folder, text);
        var fault = Assert.Throws<BookException>(() => Book.Write(new(_folder["notebooks"], _folder["book"], Slides: false)));
        Assert.Contains("1.1-event-loop.ipynb, cell text: the link to", Assert.Single(fault.Faults), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["book"]));
    }

    private IDocument Page(params System.Text.Json.Nodes.JsonObject[] cells) => new HtmlParser().ParseDocument(SmallBook.Make(_folder, cells));
}
