using System.Text.RegularExpressions;
using AsyncBook.Notebooks;

namespace AsyncBook.Publishing;

/// <summary>The book's first page: what there is, what each section answers and how long it takes.</summary>
internal static partial class IndexPage
{
    public const string Address = "index.html";

    /// <param name="pages">The book's pages.</param>
    /// <param name="questions">What is asked on them.</param>
    /// <param name="hasPaper">Whether there is a page with all of it, for paper.</param>
    public static string Body(IReadOnlyList<NotebookPage> pages, IReadOnlyList<Question> questions, bool hasPaper)
    {
        string Item(NotebookPage page) =>
            $"""<li><a href="{Html.Address(page.Address)}">{Html.Encode(page.Title)}</a>{Facts(page.Notebook)}{Guesses(page)}{Gist(page.Notebook)}</li>""";

        // quiz.js counts in the reader's browser how many of them were answered.
        string Guesses(NotebookPage page)
        {
            var ids = questions.Where(question => question.Page == page.Address).Select(question => question.Prediction.Id).ToList();
            return ids.Count == 0 ? "" : $"""<span class="note guesses" data-questions="{Html.Encode(string.Join(' ', ids))}">先猜 {ids.Count} 题</span>""";
        }

        var parts = pages.GroupBy(page => page.Part).Select(part =>
            $"""<h2>{Html.Encode(part.Key)}</h2><ul class="cards">{string.Concat(part.Select(Item))}</ul>""");
        return Assets.Read("welcome.html") + (hasPaper ? Paper : "") + string.Concat(parts);
    }

    private const string Paper = $"""<p class="to-paper"><a href="{PrintPage.Address}">整本打印</a>：全书在一页里，打印，或存成 PDF。</p>""";

    private static string Facts(Notebook notebook)
    {
        var time = notebook.Cells.Select(cell => Time().Match(cell.Source)).FirstOrDefault(match => match.Success)?.Groups["time"].Value.Trim('。', ' ');
        var needs = notebook.Needs.Concat(notebook.Cells.SelectMany(cell => cell.Needs)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        string[] facts = [.. time is null ? Array.Empty<string>() : [time], .. needs.Select(need => "需要 " + need)];
        return string.Concat(facts.Select(fact => $"""<span class="note">{Html.Encode(fact)}</span>"""));
    }

    private static string Gist(Notebook notebook) => PageSummary.Of(notebook) is { Length: > 0 } words ? $"<p class=\"gist\">{words}</p>" : "";

    [GeneratedRegex(@"\*\*时间：\*\*(?<time>[^\n]+)")]
    private static partial Regex Time();
}
