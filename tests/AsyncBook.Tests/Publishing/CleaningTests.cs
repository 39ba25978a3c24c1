using AngleSharp.Html.Parser;
using AsyncBook.Publishing;
using static AsyncBook.TestSupport.SampleNotebook;

namespace AsyncBook.Tests.Publishing;

/// <summary>What passes into a page, and what is too much for one.</summary>
public sealed class CleaningTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("<SCRIPT>x()</SCRIPT>")]
    [InlineData("<img src=data:, onerror=x()>")]
    [InlineData("<a href='JaVaScRiPt:x()'>a</a>")]
    [InlineData("<a href='data:text/html,x'>a</a>")]
    [InlineData("<iframe srcdoc='x'></iframe>")]
    [InlineData("<base href='http://e/'>")]
    [InlineData("<meta http-equiv=refresh content='0;url=http://e/'>")]
    [InlineData("<form action='http://e/'><input name=a></form>")]
    [InlineData("<style>@import url(http://e/)</style>")]
    [InlineData("<p style='background:url(http://e/)'>p</p>")]
    [InlineData("<p id='book-help' class='slide now' data-do='x' onclick='x()'>p</p>")]
    [InlineData("<svg><animateTransform attributeName=href values='javascript:x()'/></svg>")]
    public void What_acts_or_loads_or_takes_the_pages_names_does_not_pass(string markup) =>
        Assert.DoesNotMatch("(?i)script|onerror|onclick|data:text|srcdoc|http|form|input|@import|url\\(|book-help|slide|data-do|animate", PageCleaner.Clean(markup).InnerHtml);

    [Theory]
    [InlineData("<table><thead><tr><th style=\"text-align: right\">1</th></tr></thead></table>", "text-align: right")]
    [InlineData("<a href=\"https://example.com/\">a</a>", "https://example.com/")]
    [InlineData("<details><summary>答案</summary>一</details>", "<details><summary>答案</summary>一</details>")]
    [InlineData("<pre><code class=\"language-csharp\">1</code></pre>", "language-csharp")]
    [InlineData("<img src=\"data:image/png;base64,AAAA\" alt=\"图\">", "data:image/png")]
    [InlineData("<input type=\"checkbox\" disabled checked>", "checkbox")]
    public void What_is_only_to_be_read_passes(string markup, string kept) =>
        Assert.Contains(kept, PageCleaner.Clean(markup).InnerHtml, StringComparison.Ordinal);

    [Fact]
    public void A_picture_from_elsewhere_becomes_a_link_to_it()
    {
        var page = new HtmlParser().ParseDocument(SmallBook.Make(_folder, Text("text", "# 题\n\n![一张图](https://example.com/a.png)")));
        Assert.Null(page.QuerySelector("main img"));
        Assert.Equal("一张图", page.QuerySelector("main a[href='https://example.com/a.png']")!.TextContent);
    }

    [Theory]
    [InlineData("quotes")]
    [InlineData("nested")]
    [InlineData("lists")]
    [InlineData("table")]
    public void A_Markdown_cell_that_is_too_deep_or_too_large_is_an_error_that_names_it(string kind)
    {
        var text = kind switch
        {
            "quotes" => string.Concat(Enumerable.Repeat("> ", 150)) + "x",
            "nested" => string.Concat(Enumerable.Repeat("<div>", 100_000)),
            "lists" => string.Concat(Enumerable.Range(0, 400).Select(depth => new string(' ', depth * 2) + "- x\n")),
            _ => "|a|b|\n|-|-|\n" + string.Concat(Enumerable.Repeat("|1|2|\n", 50_000)),
        };
        Assert.StartsWith("1.1-event-loop.ipynb, cell text: is too large for a page", Fault(Text("text", text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html", "<div>", "", "")]
    [InlineData("text/html", "<td>1</td>", "<table><tr>", "</tr></table>")]
    [InlineData("text/html", "<b><i>", "", "")]
    [InlineData("image/svg+xml", "<g>", "<svg xmlns='http://www.w3.org/2000/svg'>", "")]
    public void An_output_that_is_too_large_is_left_out_and_the_page_says_where_it_is(string mime, string part, string before, string after)
    {
        var end = mime == "image/svg+xml" ? string.Concat(Enumerable.Repeat("</g>", 100_000)) + "</svg>" : after;
        var page = SmallBook.Make(_folder, Displayed(mime, before + string.Concat(Enumerable.Repeat(part, 100_000)) + end));
        Assert.Contains("全部在 1.1-event-loop.ipynb 的 code 这一格里", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_that_stand_too_deep_are_left_out_too()
    {
        var page = SmallBook.Make(_folder, Displayed("text/html", string.Concat(Enumerable.Repeat("<div>", 2_000))));
        Assert.Contains("more than 256 deep", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Very_long_text_is_shortened()
    {
        var page = SmallBook.Make(_folder, Code("code", "1", outputs: $$$"""[{"output_type": "stream", "name": "stdout", "text": "{{{new string('x', 300_000)}}}"}]"""));
        Assert.InRange(page.Length, 100_000, 150_000);
        Assert.Contains("输出有 300000 个字，这里只有前 100000 个", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_no_page_can_carry_is_an_error_that_shows_it() =>
        Assert.Contains("the cell id a\\u0000b holds what no id may", Fault(Code("a\0b", "1")), StringComparison.Ordinal);

    [Theory]
    [InlineData("body { display: none }")]
    [InlineData(".x { fill: url(#{) } } body { display: none }")]
    [InlineData("} body { display: none } .x {")]
    [InlineData("body:has(&) { display: none }")]
    [InlineData("+ * { display: none }")]
    [InlineData("@scope (body) { :scope { display: none } }")]
    [InlineData("@keyframes x { to { color: body } }")]
    [InlineData("@layer { @scope (:root) { body { display: none } } }")]
    [InlineData("@property --body { syntax: '*'; inherits: true; initial-value: 1 }")]
    public void The_styles_of_a_picture_hold_in_its_frame_or_not_at_all(string css)
    {
        var svg = SvgPicture.ForPage($"<svg xmlns=\"http://www.w3.org/2000/svg\"><style><![CDATA[{css}]]></style></svg>", "p-");
        Assert.True(!svg.Contains("body", StringComparison.Ordinal) && !svg.Contains("+ *", StringComparison.Ordinal) || svg.Contains("#p-frame { body { display: none } }", StringComparison.Ordinal), svg);
        Assert.DoesNotMatch("@(?!media)", svg);
    }

    private static System.Text.Json.Nodes.JsonObject Displayed(string mime, string data) =>
        Code("code", "1", outputs: $$$"""[{"output_type": "display_data", "metadata": {}, "data": {"{{{mime}}}": "{{{data}}}"}}]""");

    private string Fault(System.Text.Json.Nodes.JsonObject cell)
    {
        SmallBook.Write(_folder, cell);
        return Assert.Single(Assert.Throws<BookException>(() => Book.Write(new(_folder["notebooks"], _folder["book"], Slides: false))).Faults);
    }
}
