using System.Text.RegularExpressions;

namespace AsyncBook.Publishing;

/// <summary>What is around the text of every page: head, contents, buttons, dialogs.</summary>
internal sealed partial class PageFrame(IReadOnlyList<NotebookPage> pages, bool slides)
{
    private readonly string _frame = Assets.Read("page.html");
    private readonly string _theme = Assets.Read("theme.js").TrimEnd('\n');

    /// <param name="address">The page's own address.</param>
    /// <param name="title">Its title.</param>
    /// <param name="kind">article, index or source.</param>
    /// <param name="body">Its text as HTML.</param>
    /// <param name="headings">What the contents show below it.</param>
    public string Around(string address, string title, string kind, string body, IReadOnlyList<Heading> headings)
    {
        var root = Html.RootFrom(address);
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = Html.Encode(title),
            ["kind"] = kind,
            ["root"] = root,
            ["theme"] = _theme,
            ["slides"] = slides && kind == "article" ? " data-open=\"slides\"" : "",
            ["styles"] = string.Join('\n', Assets.Styles.Select(name =>
                $"""<link rel="stylesheet" href="{root}assets/{name}"{(name == "print.css" ? " media=\"print\"" : "")}>""")),
            ["scripts"] = string.Join('\n', Assets.Scripts.Select(name => $"""<script src="{root}assets/{name}" defer></script>""")),
            ["contents"] = Contents.Of(pages, address, headings),
            ["body"] = body,
            ["pager"] = kind == "article" ? Pager(address, root) : "",
        };
        return Hole().Replace(_frame, hole => values[hole.Groups["name"].Value]);
    }

    private string Pager(string address, string root)
    {
        var index = pages.Index().First(page => page.Item.Address == address).Index;
        var previous = index > 0 ? Step(pages[index - 1], root, "prev", "上一节") : "<span></span>";
        var next = index + 1 < pages.Count ? Step(pages[index + 1], root, "next", "下一节") : "<span></span>";
        return $"""<nav class="pager" aria-label="前后两节">{previous}{next}</nav>""";
    }

    private static string Step(NotebookPage page, string root, string rel, string label) =>
        $"""<a rel="{rel}" href="{root}{Contents.Escaped(page.Address)}"><small>{label}</small>{Html.Encode(page.Title)}</a>""";

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}")]
    private static partial Regex Hole();
}
