using System.Diagnostics;
using System.Text.Json.Nodes;
using AsyncBook.Tests.Publishing;

namespace AsyncBook.Tests.Faults;

/// <summary>Markup that a reader of it goes over again and again, or has no end of room for: a book is made of it within bounds, or it is said why not.</summary>
[Trait("speed", "slow")]
public sealed class PathologicalMarkupTests : IDisposable
{
    // It takes a second or two; a busy machine is given a minute, and the book's own limit is sixty seconds a cell.
    private static readonly TimeSpan _bound = TimeSpan.FromSeconds(90);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Markdowns => [.. MarkdownOf.Keys];

    public static TheoryData<string> Outputs => [.. OutputOf.Keys];

    private static Dictionary<string, Func<string>> MarkdownOf => new()
    {
        ["a table of 100,000 cells"] = () => $"{Many("|a", 100)}|\n{Many("|-", 100)}|\n{Many(Many("|b", 100) + "|\n", 1000)}",
        ["a table of one row"] = () => $"{Many("|a", 20_000)}|\n{Many("|-", 20_000)}|\n",
        ["brackets"] = () => Many("[", 50_000),
        ["links in links"] = () => Many("[a](", 20_000),
        ["pictures in pictures"] = () => Many("![", 20_000) + "x" + Many("](y)", 20_000),
        ["references"] = () => Many("[a]: /b\n", 20_000) + Many("[a]", 10_000),
        ["emphasis"] = () => Many("*a ", 30_000) + Many("_a* ", 10_000),
        ["stars"] = () => Many("*", 100_000) + "x" + Many("*", 90_000),
        ["backticks"] = () => string.Concat(Enumerable.Range(1, 600).Select(length => Many("`", length) + " ")),
        ["quotes"] = () => Many("> ", 50_000) + "x",
        ["lists"] = () => Many("- ", 50_000) + "x",
        ["indented lists"] = () => string.Concat(Enumerable.Range(0, 400).Select(depth => Many("  ", depth) + "- x\n")),
        ["elements"] = () => Many("<div>\n", 30_000),
        ["details"] = () => Many("<details><summary>x</summary>\n\n", 5_000),
        ["comments without end"] = () => Many("<!-- ", 40_000),
        ["half tags"] = () => Many("<a b='", 30_000),
        ["processing instructions"] = () => Many("<?", 50_000) + Many("<![CDATA[", 10_000),
        ["entities"] = () => Many("&#x1F30D;&amp;&nosuch;", 9_000),
        ["addresses"] = () => Many("https://a.b/((", 14_000),
        ["mail addresses"] = () => Many("a@b.c", 39_000),
        ["escapes"] = () => Many("\\", 199_000),
        ["headings"] = () => Many("# x\n", 40_000),
        ["underlines"] = () => Many("x\n===\n", 30_000),
        ["fences"] = () => Many("```\n", 40_000),
        ["fences in fences"] = () => string.Concat(Enumerable.Range(3, 500).Select(length => Many("`", length) + "\n")),
        ["dollars"] = () => Many("$$", 90_000),
        ["pipes"] = () => Many("|", 150_000),
        ["blanks"] = () => Many(" ", 190_000) + "x" + Many("\t\n", 1000),
        ["marks without letters"] = () => "a" + Many("\u0301", 190_000),
        ["turning marks"] = () => Many("\u202e\u2066", 90_000) + "x",
        ["half surrogates and nothing"] = () => Many("\uFFFD\u0000", 50_000),
        ["predictions"] = () => Many("### 先猜 1.1-p1\n\n- A. x\n\n<details><summary>答案（点开）</summary>\n\n**A**。\n\n</details>\n", 1_000),
        ["a picture of a megabyte"] = () => $"![x](data:image/png;base64,{Many("AAAA", 48_000)})",
    };

    private static Dictionary<string, Func<(string Mime, string Data)>> OutputOf => new()
    {
        ["a table of 100,000 cells"] = () => ("text/html", "<table>" + Many("<tr>" + Many("<td>1</td>", 100) + "</tr>", 1000) + "</table>"),
        ["tables in tables"] = () => ("text/html", Many("<table><tr><td>", 20_000)),
        ["formatting that is never closed"] = () => ("text/html", Many("<b><i><a href=x>", 30_000)),
        ["attributes"] = () => ("text/html", "<p " + string.Concat(Enumerable.Range(0, 50_000).Select(number => $"a{number}=1 ")) + ">x"),
        ["one long attribute"] = () => ("text/html", $"<p title=\"{Many("&lt;", 200_000)}\">x</p>"),
        ["styles"] = () => ("text/html", $"<p style=\"{Many("color:red;", 50_000)}\">x</p>"),
        ["style brackets"] = () => ("text/html", $"<p style=\"width:{Many("calc(", 20_000)}\">x</p>"),
        ["a data address of five megabytes"] = () => ("text/html", $"<img src=\"data:image/png;base64,{Many("AAAA", 1_250_000)}\">"),
        ["svg in svg"] = () => ("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'>" + Many("<g>", 20_000) + Many("</g>", 20_000) + "</svg>"),
        ["svg that was cut"] = () => ("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'>" + Many("<g>", 20_000)),
        ["entities that grow"] = () => ("image/svg+xml", $"<!DOCTYPE svg [<!ENTITY a0 \"ha\">{string.Concat(Enumerable.Range(1, 30).Select(number => $"<!ENTITY a{number} \"&a{number - 1};&a{number - 1};\">"))}]><svg xmlns='http://www.w3.org/2000/svg'><text>&a30;</text></svg>"),
        ["uses that grow"] = () => ("image/svg+xml", $"<svg xmlns='http://www.w3.org/2000/svg'><defs><rect id='u0'/>{string.Concat(Enumerable.Range(1, 40).Select(number => $"<g id='u{number}'><use href='#u{number - 1}'/><use href='#u{number - 1}'/></g>"))}</defs><use href='#u40'/></svg>"),
        ["a stylesheet"] = () => ("image/svg+xml", $"<svg xmlns='http://www.w3.org/2000/svg'><style>{Many("a{b{", 20_000)}</style></svg>"),
        ["selectors"] = () => ("image/svg+xml", $"<svg xmlns='http://www.w3.org/2000/svg'><style>{Many(":not(", 10_000)}</style><rect/></svg>"),
        ["escapes of a terminal"] = () => ("text/plain", Many("\u001b[31m\u001b]0;x\u0007", 50_000)),
        ["one long line"] = () => ("text/plain", Many("x", 5_000_000)),
        ["a million lines"] = () => ("text/plain", Many("\n", 1_000_000)),
        ["markdown"] = () => ("text/markdown", Many("[", 50_000)),
        ["latex"] = () => ("text/latex", "$" + Many("{", 100_000)),
        ["json"] = () => ("application/json", Many("[", 150) + Many("]", 150)),
        ["a trace that is none"] = () => ("application/vnd.asyncbook.trace+json", "{\"language\":\"csharp\",\"steps\":[" + Many("{},", 20_000) + "{}]}"),
    };

    [Theory]
    [MemberData(nameof(Markdowns))]
    public Task In_a_Markdown_cell(string kind) => EndsAsync(SampleNotebook.Text("deep", MarkdownOf[kind]()));

    [Theory]
    [MemberData(nameof(Outputs))]
    public Task In_an_output(string kind)
    {
        var (mime, data) = OutputOf[kind]();
        var cell = SampleNotebook.Code("deep", "1");
        var isJson = mime.EndsWith("json", StringComparison.Ordinal);
        cell["outputs"] = new JsonArray(new JsonObject
        {
            ["output_type"] = "display_data",
            ["metadata"] = new JsonObject(),
            ["data"] = new JsonObject { [mime] = isJson ? JsonNode.Parse(data, documentOptions: new() { MaxDepth = 200 }) : data },
        });
        return EndsAsync(cell);
    }

    [Theory]
    [InlineData("<defs><rect id='u0'/>", "<g id='u{0}'><use href='#u{1}'/><use xlink:href='#u{1}'/></g>", "</defs><use href='#u25'/>")]
    [InlineData("<pattern id='u0'><rect/></pattern>", "<pattern id='u{0}'><rect fill='url(#u{1})'/><rect style='fill: url( \"#u{1}\" )'/></pattern>", "<rect fill='url(#u25)'/>")]
    [InlineData("<style>rect{fill:url(#u25)}</style><mask id='u0'><rect/></mask>", "<mask id='u{0}'><g mask='url(#u{1})'/><g mask='url(#u{1})'/></mask>", "<rect/>")]
    public void A_picture_of_a_few_lines_that_no_browser_could_ever_draw_is_left_out(string first, string each, string last)
    {
        var parts = string.Concat(Enumerable.Range(1, 25).Select(number => string.Format(System.Globalization.CultureInfo.InvariantCulture, each, number, number - 1)));
        var svg = $"<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>{first}{parts}{last}</svg>";
        var cell = SampleNotebook.Code("deep", "1");
        cell["outputs"] = new JsonArray(new JsonObject { ["output_type"] = "display_data", ["metadata"] = new JsonObject(), ["data"] = new JsonObject { ["image/svg+xml"] = svg } });
        Assert.Contains("more than 50000 would be drawn", SmallBook.Make(_folder, SampleNotebook.Text("title", "# 题"), cell), StringComparison.Ordinal);
    }

    private async Task EndsAsync(JsonObject cell)
    {
        SmallBook.Write(_folder, SampleNotebook.Text("title", "# 题"), cell);
        var clock = Stopwatch.StartNew();
        var (exitCode, output, errors) = await Task.Run(() => AsyncBookInProcess.RunAsync("book", _folder["notebooks"], "--out", _folder["book"])).WaitAsync(_bound, TestContext.Current.CancellationToken);
        TestContext.Current.SendDiagnosticMessage($"{clock.ElapsedMilliseconds} ms, exit code {exitCode}");
        Assert.True(exitCode is 0 or 1, output + errors);
        if (exitCode == 1)
        {
            Assert.Matches(@"1\.1-event-loop\.ipynb[,:] cell deep: ", errors);
            Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
            Assert.False(Directory.Exists(_folder["book"]));
        }
        else
        {
            Assert.True(new FileInfo(_folder["book/" + SmallBook.Page]).Length < 3_000_000, "the page is huge");
        }
    }

    private static string Many(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
