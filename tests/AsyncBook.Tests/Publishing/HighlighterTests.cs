using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AsyncBook.Notebooks;
using AsyncBook.Publishing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AsyncBook.Tests.Publishing;

public sealed class HighlighterTests
{
    private readonly Highlighter _highlighter = new(new ColourCache(Path.Combine(Path.GetTempPath(), "asyncbook-no-colours-are-kept-here")));

    [Theory]
    [InlineData("await foreach (var x in y) { }", "csharp", "k", "await foreach ")]
    [InlineData("Task<int> t = null;", "csharp", "t", "Task")]
    [InlineData("// 注释", "csharp", "c", "// 注释")]
    [InlineData("/// <summary>x</summary>\nclass A;", "csharp", "c", "/// &lt;summary&gt;x&lt;/summary&gt;")]
    [InlineData("int X { get => field; }", "csharp", "k", "int")]
    [InlineData("#r \"nuget: A, 1.0\"", "csharp", "d", "#r ")]
    [InlineData("async def f(): pass", "python", "k", "async def")]
    [InlineData("asyncio.sleep(1)", "python", "n", "1")]
    public void Code_gets_the_class_of_what_it_is(string code, string language, string style, string text) =>
        Assert.Contains($"<span class=\"{style}\">{text}", _highlighter.ToHtml(code, language), StringComparison.Ordinal);

    [Fact]
    public void Code_inside_an_interpolated_string_is_code_again()
    {
        var html = _highlighter.ToHtml("""var s = $"a{b}c";""", "csharp");
        Assert.Contains("$&quot;a</span>{b}<span class=\"s\">c", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_it_does_not_know_is_plain_text() => Assert.Equal("&lt;x&gt;", _highlighter.ToHtml("<x>", "no-such"));

    [Fact]
    public void Every_keyword_that_Roslyn_sees_in_a_cell_is_shown_as_one()
    {
        Assert.All(Cells(), cell =>
        {
            var marked = Marked(cell, "k");
            var keywords = CSharpSyntaxTree.ParseText(cell.Source, new CSharpParseOptions(kind: SourceCodeKind.Script)).GetRoot()
                .DescendantTokens().Where(token => token.IsKeyword() && token.Span.Length > 0 && token.Text != "_");
            Assert.All(keywords, keyword => Assert.True(
                marked[keyword.SpanStart], $"{cell.Id}: {keyword} at {keyword.GetLocation().GetLineSpan().StartLinePosition}"));
        });
    }

    [Fact]
    public void Not_a_character_of_any_cell_is_lost()
    {
        Assert.All(Cells(), cell => Assert.Equal(cell.Source.TrimEnd('\n') + "\n", Shown(cell).TextContent));
    }

    private static IEnumerable<NotebookCell> Cells() => Directory.EnumerateFiles(Repository.Notebooks, "*.ipynb")
        .SelectMany(file => Notebook.Load(file).Cells).Where(cell => cell.Kind == CellKind.Code);

    private IElement Shown(NotebookCell cell) =>
        new HtmlParser().ParseDocument($"<pre>\n{_highlighter.ToHtml(cell.Source, cell.Language)}</pre>").QuerySelector("pre")!;

    // For each character of the cell, whether it has the style.
    private bool[] Marked(NotebookCell cell, string style) =>
    [
        .. Shown(cell).ChildNodes.SelectMany(node =>
            Enumerable.Repeat(node is IElement element && element.ClassName == style, node.TextContent.Length)),
    ];
}
