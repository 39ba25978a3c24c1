using System.Text.RegularExpressions;
using AsyncBook.Notebooks;

namespace AsyncBook.Publishing;

/// <summary>The book's first page: what there is, how long each section takes, and which keys there are.</summary>
internal static partial class IndexPage
{
    public const string Address = "index.html";

    public static string Body(IReadOnlyList<NotebookPage> pages)
    {
        static string Item(NotebookPage page) =>
            $"""<li><a href="{Html.Address(page.Address)}">{Html.Encode(page.Title)}</a>{Facts(page.Notebook)}</li>""";

        var parts = pages.GroupBy(page => page.Part).Select(part =>
            $"""<h2>{Html.Encode(part.Key)}</h2><ul class="cards">{string.Concat(part.Select(Item))}</ul>""");
        return Assets.Read("welcome.html") + string.Concat(parts);
    }

    private static string Facts(Notebook notebook)
    {
        var time = notebook.Cells.Select(cell => Time().Match(cell.Source)).FirstOrDefault(match => match.Success)?.Groups["time"].Value.Trim('。', ' ');
        var needs = notebook.Needs.Concat(notebook.Cells.SelectMany(cell => cell.Needs)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        string[] facts = [.. time is null ? Array.Empty<string>() : [time], .. needs.Select(need => "需要 " + need)];
        return string.Concat(facts.Select(fact => $"""<span class="note">{Html.Encode(fact)}</span>"""));
    }

    [GeneratedRegex(@"\*\*时间：\*\*(?<time>[^\n]+)")]
    private static partial Regex Time();
}
