using AsyncBook.Notebooks;
using AsyncBook.Outputs;
using AsyncBook.Services;

namespace AsyncBook.Tests.Outputs;

public sealed class OutputKindsTests
{
    private static readonly OutputNormalizer _normalizer = new(ServiceAddresses.OfEnvironment);

    private const string Picture = """
        <svg xmlns="http://www.w3.org/2000/svg" width="760"><title>两个任务</title><desc>A 从 0 到 12.5 ms</desc>
        <style>text { fill: red }</style><rect x="1" width="20"/><text x="3">A</text><text x="9">线程 7,共 2 个</text></svg>
        """;

    [Fact]
    public void A_stream_cut_in_pieces_is_the_stream() =>
        AssertEqual([Out("a\nb"), Out("c\n")], [Out("a\n"), Out("bc\n")]);

    [Fact]
    public void Streams_that_alternate_keep_their_order()
    {
        AssertDiffer([Out("a\n"), Error("b\n")], [Error("b\n"), Out("a\n")]);
        AssertDiffer([Out("a\n")], [Error("a\n")]);
        AssertDiffer([Out("a\n"), Display("text/plain", "x"), Out("b\n")], [Out("a\nb\n"), Display("text/plain", "x")]);
    }

    [Fact]
    public void What_is_displayed_and_what_is_returned_look_the_same_to_a_reader() =>
        AssertEqual([Display("text/plain", "4")], [new ResultOutput(MimeBundle.Single("text/plain", "4"))]);

    [Fact]
    public void What_is_displayed_differs_from_what_is_printed() =>
        AssertDiffer([Display("text/plain", "4")], [Out("4")]);

    [Fact]
    public void Formats_may_come_in_any_order() => AssertEqual(
        [new DisplayOutput(new([new("text/html", "<b>1</b>"), new("text/plain", "1")]))],
        [new DisplayOutput(new([new("text/plain", "1"), new("text/html", "<b>1</b>")]))]);

    [Fact]
    public void A_plain_value_is_the_same_in_either_kernels_clothes()
    {
        const string Html = "<div class=\"dni-plaintext\"><pre>a &lt; b</pre></div>";
        AssertEqual(
            [new ResultOutput(new([new("text/html", Html), new("text/plain", "a < b")]))],
            [Display("text/html", Html + "<style>\n.dni-treeview {\n white-space: nowrap;\n}\n</style>")]);
        AssertDiffer([Display("text/html", Html)], [Display("text/plain", "a > b")]);
    }

    [Fact]
    public void Html_is_compared_as_text()
    {
        AssertEqual([Display("text/html", "<b>3 ms</b>")], [Display("text/html", "<b>12 ms</b>")]);
        AssertDiffer([Display("text/html", "<b>1</b>")], [Display("text/html", "<i>1</i>")]);
    }

    [Theory]
    [InlineData("width=\"760\"", "width=\"1\"")]
    [InlineData("x=\"1\"", "x=\"99\"")]
    [InlineData("fill: red", "fill: blue")]
    [InlineData("12.5 ms", "99 ms")]
    [InlineData("线程 7,共 2 个", "线程 12,共 30 个")]
    [InlineData("<rect x=\"1\" width=\"20\"/>", "<path d=\"M0\"/><path/>")]
    public void A_pictures_shapes_and_numbers_do_not_count(string before, string after) =>
        AssertEqual([Svg(Picture)], [Svg(Picture.Replace(before, after, StringComparison.Ordinal))]);

    [Theory]
    [InlineData("两个任务", "三个任务")]
    [InlineData(">A<", ">B<")]
    [InlineData("从 0 到", "到 0 从")]
    [InlineData("<text x=\"3\">A</text>", "")]
    public void A_pictures_words_do(string before, string after) =>
        AssertDiffer([Svg(Picture)], [Svg(Picture.Replace(before, after, StringComparison.Ordinal))]);

    [Fact]
    public void The_text_that_stands_for_a_picture_is_compared_like_the_picture()
    {
        AssertEqual([Twin("██░░█ A 共 2 个")], [Twin("█░█ A 共 3 个")]);
        AssertDiffer([Twin("██░░█ A")], [Twin("██░░█ B")]);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><circle r='4' fill='blue'/></svg>", "r='4'", "r='5'")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><circle r='4' fill='blue'/></svg>", "blue", "red")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><title> </title><path d='M0 0'/></svg>", "M0 0", "M0 1")]
    public void A_picture_without_words_is_what_it_shows(string svg, string before, string after)
    {
        AssertEqual([Svg(svg)], [Svg(svg)]);
        AssertEqual([Svg(svg)], [Svg(svg.Replace("><", ">\n  <", StringComparison.Ordinal))]);
        AssertDiffer([Svg(svg)], [Svg(svg.Replace(before, after, StringComparison.Ordinal))]);
        AssertDiffer([Svg(svg)], []);
        AssertDiffer([], [new ResultOutput(MimeBundle.Single("image/svg+xml", svg))]);
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("image/jpeg")]
    [InlineData("image/gif")]
    [InlineData("application/pdf")]
    public void A_picture_in_bytes_is_its_bytes(string mime)
    {
        AssertEqual([Display(mime, "iVBORw0KGgo5s+A=\n")], [new ResultOutput(MimeBundle.Single(mime, "iVBORw0K\nGgo5s+A="))]);
        AssertDiffer([Display(mime, "iVBORw0KGgo5s+A=")], [Display(mime, "iVBORw0KGgo6s+A=")]);
        AssertDiffer([Display(mime, "iVBORw0KGgo5s+A=")], []);
        AssertDiffer([], [Display(mime, "iVBORw0KGgo5s+A=")]);
    }

    [Fact]
    public void Where_figures_do_not_count_a_picture_in_bytes_has_only_to_be_there()
    {
        CellOutput[] one = [Display("image/png", "iVBORw0KGgo5s+A=")], other = [Display("image/png", "iVBORw0KGgo6s+A=")];
        Assert.Equal(_normalizer.Normalize(one, Parity.Shape), _normalizer.Normalize(other, Parity.Shape));
        Assert.NotEqual(_normalizer.Normalize(one, Parity.Shape), _normalizer.Normalize([], Parity.Shape));
    }

    [Theory]
    [InlineData("<div id=\"dotnet-interactive-this-cell-1.x\"></div><script>probeAddresses([\"http://192.0.2.2:2048/\"]);</script>")]
    [InlineData("<div><div></div><div></div><div><strong>Installed Packages</strong><ul><li><span>HtmlAgilityPack, 1.13.0</span></li></ul></div></div>")]
    public void What_a_front_end_shows_for_itself_is_no_output(string html)
    {
        AssertEqual([Display("text/html", html), Out("a\n")], [Out("a\n")]);
        AssertEqual([Out("a\n"), Display("text/html", html), Out("b\n")], [Out("a\nb\n")]);
        AssertDiffer([Display("text/html", "<b>Installed Packages</b>")], []);
    }

    [Fact]
    public void A_picture_that_is_no_xml_is_compared_as_it_stands()
    {
        AssertEqual([Svg("<svg>")], [Svg("<svg>")]);
        AssertDiffer([Svg("<svg>")], [Svg("<svg><g>")]);
    }

    [Fact]
    public void Of_an_errors_traceback_only_the_cells_own_frames_count()
    {
        var stored = new ErrorOutput("E", "v", ["   at System.X()", "   at F() in /a/1.3-await.ipynb#wait:3"]);

        AssertEqual([stored], [stored with { Traceback = ["\x1b[31mat 1.3-await.ipynb#wait:3\x1b[0m", "at Y()"] }]);
        AssertDiffer([stored], [stored with { Traceback = ["at 1.3-await.ipynb#wait:4"] }]);
        AssertDiffer([stored], [stored with { Traceback = [] }]);
        AssertDiffer([stored], [stored with { Name = "F" }]);
        AssertDiffer([stored], [stored with { Value = "w" }]);
    }

    private static StreamOutput Out(string text) => new("stdout", text);

    private static StreamOutput Error(string text) => new("stderr", text);

    private static DisplayOutput Display(string mime, string text) => new(MimeBundle.Single(mime, text));

    private static DisplayOutput Svg(string text) => Display("image/svg+xml", text);

    private static DisplayOutput Twin(string text) =>
        new(new([new("image/svg+xml", Picture), new("text/plain", text)]));

    private static void AssertEqual(CellOutput[] stored, CellOutput[] now) =>
        Assert.Equal(_normalizer.Normalize(stored), _normalizer.Normalize(now));

    private static void AssertDiffer(CellOutput[] stored, CellOutput[] now) =>
        Assert.NotEqual(_normalizer.Normalize(stored), _normalizer.Normalize(now));
}
