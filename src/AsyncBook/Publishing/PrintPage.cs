using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AsyncBook.Publishing;

/// <summary>The whole book as one page, to be printed or kept as a PDF: its pages as they are, one after the other, as chapters.</summary>
internal static partial class PrintPage
{
    public const string Address = "print.html";

    /// <param name="pages">The book's pages, made already.</param>
    /// <param name="isWorksheet">Whether it is to be filled in.</param>
    public static string Body(IReadOnlyList<(NotebookPage Page, PageContent Content)> pages, bool isWorksheet)
    {
        var move = new ChapterMove([.. pages.Select(page => page.Page)]);
        var body = new StringBuilder(Assets.Read("paper.html"));
        body.Replace("{{answers}}", isWorksheet ? Worksheet : Whole);
        body.Replace("{{chapters}}", string.Concat(pages.Index().GroupBy(page => page.Item.Page.Part).Select(part =>
            $"""<h2>{Html.Encode(part.Key)}</h2><ul>{string.Concat(part.Select(page => Line(page.Index, page.Item.Page, page.Item.Content)))}</ul>""")));
        foreach (var (number, (page, content)) in pages.Index())
        {
            body.Append(CultureInfo.InvariantCulture, $"<article class=\"chapter\" id=\"{ChapterMove.Id(number)}\">\n{OnPaper(move.ToChapter(number, content.Body))}</article>\n");
        }

        return $"<style>\n{string.Concat(pages.Index().Select(page => RunningHead(page.Index, page.Item.Page)))}</style>\n{body}";
    }

    private const string Whole =
        "<p>折起来的提示和答案都打开了。要不带答案的、给人填的，用 <code>dotnet run --project src/AsyncBook -- book --worksheet</code> 另做一本，打印那一本的这一页。</p>";

    private const string Worksheet = """<p>没有答案，没有提示，要猜的输出空着。</p><p class="name-line">姓名 <span></span> 日期 <span></span></p>""";

    // Nothing is opened there by a click.
    private static string OnPaper(string chapter) => chapter.Replace("（点开）</summary>", "</summary>", StringComparison.Ordinal);

    private static string Line(int number, NotebookPage page, PageContent content)
    {
        var headings = content.Headings.Where(heading => heading.Level == 2)
            .Select(heading => $"""<a href="#{ChapterMove.Id(number)}-{Uri.EscapeDataString(heading.Id)}">{Html.Encode(heading.Text)}</a>""");
        return $"""<li><a href="#{ChapterMove.Id(number)}">{Html.Encode(page.Title)}</a><p>{string.Join(" · ", headings)}</p></li>""";
    }

    // What is above every page of a chapter. Where a browser knows no such rule, it is not there.
    private static string RunningHead(int number, NotebookPage page)
    {
        var id = ChapterMove.Id(number);
        return string.Create(CultureInfo.InvariantCulture, $"@page {id} {{ @top-right {{ content: \"{Quoted(page.Title)}\" }} }} #{id} {{ page: {id} }}\n");
    }

    // A title may hold what would end the string, the rule, or the style sheet.
    private static string Quoted(string title) =>
        Special().Replace(title, match => string.Create(CultureInfo.InvariantCulture, $"\\{(int)match.Value[0]:x} "));

    [GeneratedRegex("""[\\"<>&{}\p{Cc}]""")]
    private static partial Regex Special();
}
