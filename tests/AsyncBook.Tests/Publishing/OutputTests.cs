using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AsyncBook.Publishing;
using static AsyncBook.TestSupport.SampleNotebook;

namespace AsyncBook.Tests.Publishing;

/// <summary>What becomes of stored outputs.</summary>
public sealed class OutputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Text_is_shown_as_it_was_printed_below_its_code_with_a_label()
    {
        var page = Page("""[{"output_type": "stream", "name": "stdout", "text": ["<b>1</b>\n"]}, {"output_type": "stream", "name": "stdout", "text": ["2\n"]}]""");
        Assert.Equal("<b>1</b>\n2", page.QuerySelector("figure.code + figure.output pre")!.TextContent);
        Assert.Equal("输出", page.QuerySelector("figure.output figcaption")!.TextContent);
    }

    [Fact]
    public void A_cell_without_output_has_no_empty_frame() => Assert.Null(Page("[]").QuerySelector("figure.output"));

    [Fact]
    public void An_error_shows_its_name_and_message_with_the_trace_folded()
    {
        var page = Page("""[{"output_type": "error", "ename": "Boom", "evalue": "why", "traceback": ["at a", "at b"]}]""");
        Assert.Equal("Boom: why", page.QuerySelector("pre.error")!.TextContent);
        Assert.Equal("at a\nat b", page.QuerySelector("details pre")!.TextContent);
    }

    [Fact]
    public void Markup_is_cleaned_of_what_could_act()
    {
        var page = Page("""[{"output_type": "display_data", "metadata": {}, "data": {"text/html": "<table><tr><td onclick='x()'>1</td></tr></table><script>alert(1)</script>"}}]""");
        Assert.Equal("1", page.QuerySelector(".output td")!.TextContent);
        Assert.Null(page.QuerySelector(".output script, .output [onclick]"));
    }

    [Fact]
    public void A_PNG_is_shown_with_its_text_for_those_who_do_not_see_it()
    {
        var page = Page("""[{"output_type": "display_data", "metadata": {}, "data": {"image/png": "iVBORw0KGgo=", "text/plain": "一张图"}}]""");
        Assert.Equal("一张图", page.QuerySelector(".output img")!.GetAttribute("alt"));
        Assert.NotNull(page.QuerySelector(".slide.pictures"));
    }

    [Fact]
    public void Two_pictures_with_the_same_ids_do_not_share_them()
    {
        var picture = """{"output_type": "display_data", "metadata": {}, "data": {"image/svg+xml": "<svg xmlns='http://www.w3.org/2000/svg' id='p'><style>#p .x { fill: url(#q) }</style><g id='q'/></svg>"}}""";
        var page = Page($"[{picture}, {picture}]");
        Assert.Equal(["code-1-p", "code-1-q", "code-2-p", "code-2-q"], page.QuerySelectorAll("main svg, main svg [id]").Select(element => element.Id!));
        Assert.Contains("#code-2-p .x { fill: url(#code-2-q) }", page.QuerySelectorAll("svg style")[1].TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image/svg+xml", "<svg")]
    [InlineData("image/png", "not base 64!")]
    public void A_picture_that_cannot_be_read_names_its_cell(string mime, string data)
    {
        SmallBook.Write(_folder, Code("code", "1", outputs: $$$"""[{"output_type": "display_data", "metadata": {}, "data": {"{{{mime}}}": "{{{data}}}"}}]"""));
        var fault = Assert.Throws<BookException>(() => Book.Write(new(_folder["notebooks"], _folder["book"], Slides: false)));
        Assert.StartsWith("1.1-event-loop.ipynb, cell code: a stored picture cannot be read", Assert.Single(fault.Faults), StringComparison.Ordinal);
    }

    private IDocument Page(string outputs) => new HtmlParser().ParseDocument(SmallBook.Make(_folder, Code("code", "1", outputs: outputs)));
}
