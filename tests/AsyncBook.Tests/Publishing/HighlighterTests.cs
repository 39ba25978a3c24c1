using AngleSharp.Html.Parser;
using AsyncBook.Documents;
using AsyncBook.Publishing;

namespace AsyncBook.Tests.Publishing;

public sealed class HighlighterTests
{
    private readonly Highlighter _highlighter = new();

    [Theory]
    [InlineData("await foreach (var x in y) { }", "csharp", "k", "await")]
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
    public void Not_a_character_of_any_cell_is_lost()
    {
        foreach (var cell in Directory.EnumerateFiles(Repository.Notebooks, "*.ipynb").SelectMany(file => Notebook.Load(file).Cells).Where(cell => cell.Kind == CellKind.Code))
        {
            var shown = new HtmlParser().ParseDocument($"<pre>\n{_highlighter.ToHtml(cell.Source, cell.Language)}</pre>").QuerySelector("pre")!.TextContent;
            Assert.Equal(cell.Source.TrimEnd('\n') + "\n", shown);
        }
    }
}
