using AsyncBook.Publishing;
using static AsyncBook.TestSupport.SampleNotebook;

namespace AsyncBook.Tests.Publishing;

/// <summary>What a page's HTML becomes among the chapters of the page for paper.</summary>
public sealed class ChapterMoveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ChapterMove _move;

    public ChapterMoveTests()
    {
        foreach (var name in new[] { "1.1-a", "more/z 误", "reference/c" })
        {
            Write(_folder, Of(Text("header", "# " + name)), $"notebooks/{name}.ipynb");
        }

        _move = new(NotebookPages.Load(_folder["notebooks"]));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""<section class="cell" id="a">""", """<section class="cell" id="s1-a">""")]
    [InlineData("""<a href="#%E5%8F%96" title="a > b">""", """<a href="#s1-%E5%8F%96" title="a > b">""")]
    [InlineData("""<a href="../1.1-a.html">""", """<a href="#s0">""")]
    [InlineData("""<a href="../1.1-a.html#x-y">""", """<a href="#s0-x-y">""")]
    [InlineData("""<a href="../reference/c.html#x">""", """<a href="#s2-x">""")]
    [InlineData("""<a href="z%20%E8%AF%AF.html#x">""", """<a href="#s1-x">""")]
    [InlineData("""<a href="../files/notebooks/lib/A%20b.cs.html">""", """<a href="files/notebooks/lib/A%20b.cs.html">""")]
    [InlineData("""<img alt="" src="../files/data/p.png">""", """<img alt="" src="files/data/p.png">""")]
    [InlineData("""<a href="https://example.org/1.1-a.html?a=1&amp;b=2#id">""", """<a href="https://example.org/1.1-a.html?a=1&amp;b=2#id">""")]
    [InlineData("""<a href="mailto:a@b.invalid">""", """<a href="mailto:a@b.invalid">""")]
    [InlineData("""<img src="data:image/png;base64,AA#id">""", """<img src="data:image/png;base64,AA#id">""")]
    [InlineData("""<svg aria-labelledby="t d"><rect fill="url(#g)" style="mask: url('#m')" mask="url(&quot;#m&quot;)"/><use xlink:href="#u"/>""",
        """<svg aria-labelledby="s1-t s1-d"><rect fill="url(#s1-g)" style="mask: url('#s1-m')" mask="url(&quot;#s1-m&quot;)"/><use xlink:href="#s1-u"/>""")]
    [InlineData("""<style>#c-1-frame { #c-1-t text { fill: #1f2328; mask: url(#c-1-m) } }</style>""",
        """<style>#s1-c-1-frame { #s1-c-1-t text { fill: #1f2328; mask: url(#s1-c-1-m) } }</style>""")]
    [InlineData("""<details class="fold">""", """<details open class="fold">""")]
    [InlineData("""<details open="">""", """<details open="">""")]
    public void A_tag_is_told_which_chapter_it_is_in(string tag, string moved) => Assert.Equal(moved, _move.ToChapter(1, tag));

    [Theory]
    [InlineData("""<p>写 id="a" href="#b" url(#c) 和 &lt;details id="d"&gt;，#e-f</p>""")]
    [InlineData("""<span class="s">&quot;#e-f&quot;</span><code>&lt;a href="#x"></code>""")]
    [InlineData("""<p title="&lt;b id=&quot;a&quot;&gt;">1 < 2</p>""")]
    public void What_a_sentence_or_a_program_says_stays(string text) => Assert.Equal(text, _move.ToChapter(1, text));
}
