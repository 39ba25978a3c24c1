using System.Text.RegularExpressions;

namespace AsyncBook.Publishing;

/// <summary>What is around the text of every page: head, contents, buttons, dialogs.</summary>
internal sealed partial class PageFrame(IReadOnlyList<NotebookPage> pages, bool slides)
{
    public const string PresenterAddress = "presenter.html";

    /// <summary>What a server that hosts the book shows for an address that leads nowhere.</summary>
    public const string MissingAddress = "404.html";

    // The book's own pages stand three folders deep at most.
    private const int DeepestMissing = 4;

    private readonly string _frame = Assets.Read("page.html");

    /// <summary>Whether a server is behind the pages.</summary>
    public bool IsLive { get; init; }

    // Scripts and styles of the book's own files, and nothing else. A page opened from a file has no origin, hence "file:".
    // A picture brings its styles with it; what they may say, SvgPicture holds.
    private const string Policy =
        "default-src 'none'; script-src 'self' file:; style-src 'self' file: 'unsafe-inline'; img-src 'self' file: data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

    /// <param name="address">The page's own address.</param>
    /// <param name="title">Its title.</param>
    /// <param name="kind">article, index, class, source or paper.</param>
    /// <param name="body">Its text as HTML.</param>
    /// <param name="headings">What the contents show below it.</param>
    /// <param name="scripts">What this page alone loads.</param>
    public string Around(string address, string title, string kind, string body, IReadOnlyList<Heading> headings, params IReadOnlyList<string> scripts)
    {
        var root = Html.RootFrom(address);
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = Html.Encode(title),
            ["kind"] = kind,
            ["root"] = root,
            ["policy"] = Policy,
            ["slides"] = (slides && kind == "article" ? " data-open=\"slides\"" : "") + (IsLive && kind == "article" ? Live(address) : ""),
            ["styles"] = string.Join('\n', Assets.Styles.Concat(IsLive ? Assets.LiveStyles : []).Select(name =>
                $"""<link rel="stylesheet" href="{root}assets/{name}"{Assets.Medium(name)}>""")),
            ["scripts"] = string.Join('\n', (kind == "paper" ? Assets.PaperScripts : Assets.Scripts).Concat(IsLive ? LiveScripts(kind) : []).Concat(scripts).Select(name => $"""<script src="{root}assets/{name}" defer></script>""")),
            ["contents"] = Contents.Render(pages, address, headings),
            ["body"] = body,
            ["pager"] = kind == "article" ? Pager(address, root) : "",
        };
        return Hole().Replace(_frame, hole => values[hole.Groups["name"].Value]);
    }

    /// <summary>A notebook's own page.</summary>
    public string Article(NotebookPage page, PageContent content) => Around(page.Address, page.Title, "article", content.Body, content.Headings);

    /// <summary>The cover.</summary>
    public string Index(IReadOnlyList<Question> questions) => Around(IndexPage.Address, "目录", "index", IndexPage.Body(pages, questions, hasPaper: !IsLive), []);

    /// <summary>All of it, for paper.</summary>
    public string Print(IReadOnlyList<(NotebookPage Page, PageContent Content)> contents, bool isWorksheet) =>
        Around(PrintPage.Address, isWorksheet ? "练习卷" : "整本打印", "paper", PrintPage.Body(contents, isWorksheet), []);

    /// <summary>What the class believes.</summary>
    public string Class() => Around(ClassPage.Address, "全班怎么想", "class", Assets.Read("class.html"), [], ["questions.js", "class.js"]);

    /// <summary>A file of code that a page leads to.</summary>
    public string Source(string address, string path, Highlighter highlighter)
    {
        var name = address["files/".Length..^".html".Length];
        var language = CodeLanguage.ForFile(path);
        var body = $"<h1>{Html.Encode(name)}</h1>{CodeHtml.Figure(highlighter.ToHtml(File.ReadAllText(path), language), language)}";
        return Around(address, name, "source", body, []);
    }

    /// <summary>The window that a presenter has beside the slides.</summary>
    public static string Presenter() => Assets.Read("presenter.html").Replace("{{policy}}", Policy, StringComparison.Ordinal);

    /// <summary>The page for an address that leads nowhere. A server shows it at any depth: one of its scripts is found there, and knows the way.</summary>
    /// <param name="root">The way to the site's root; empty where only the browser can find it out.</param>
    public string Missing(string root)
    {
        string[] roots = root.Length > 0 ? [root] : [.. Enumerable.Range(0, DeepestMissing + 1).Select(depth => string.Concat(Enumerable.Repeat("../", depth)))];
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["policy"] = Policy,
            ["root"] = root,
            ["scripts"] = string.Join('\n', roots.Select(way => $"""<script src="{way}assets/lost.js"></script>""")),
            ["pages"] = string.Concat(pages.Select(page =>
                $"""<li><a href="{root}{Html.Address(page.Address)}" data-to="{Html.Address(page.Address)}">{Html.Encode(page.Title)}</a></li>""")),
        };
        return Hole().Replace(Assets.Read("missing.html"), hole => values[hole.Groups["name"].Value]);
    }

    // Which notebook it is, and that its kernel is not there yet.
    private string Live(string address) =>
        $" data-notebook=\"{Html.Encode(pages.First(page => page.Address == address).Source)}\" data-kernel=\"starting\"";

    private static IEnumerable<string> LiveScripts(string kind) => Assets.LiveScripts.Where(script => kind == "article" || script == Assets.LiveProgress);

    private string Pager(string address, string root)
    {
        var index = pages.Index().First(page => page.Item.Address == address).Index;
        var previous = index > 0 ? Step(pages[index - 1], root, "prev", "上一节") : "<span></span>";
        var next = index + 1 < pages.Count ? Step(pages[index + 1], root, "next", "下一节") : "<span></span>";
        return $"""<nav class="pager" aria-label="前后两节">{previous}{next}</nav>{(IsLive ? "" : Origin(pages[index]))}""";
    }

    // A page of the book is only read; the notebook that it is can be run.
    private static string Origin(NotebookPage page)
    {
        var path = Html.Encode("notebooks/" + page.Source);
        return $"""<p class="origin">这一页是笔记本 <code>{path}</code>。要改、要运行：<code>dotnet run --project src/AsyncBook -- serve {path}</code></p>""";
    }

    private static string Step(NotebookPage page, string root, string rel, string label) =>
        $"""<a rel="{rel}" aria-keyshortcuts="{(rel == "prev" ? "ArrowLeft" : "ArrowRight")}" href="{root}{Html.Address(page.Address)}"><small>{label}</small>{Html.Encode(page.Title)}</a>""";

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}")]
    private static partial Regex Hole();
}

/// <summary>The contents at the side of a page: all pages, and the headings of this one.</summary>
internal static class Contents
{
    public static string Render(IReadOnlyList<NotebookPage> pages, string address, IReadOnlyList<Heading> headings)
    {
        var root = Html.RootFrom(address);
        string Item(NotebookPage page) => page.Address == address
            ? $"""<li><a href="{root}{Html.Address(page.Address)}" aria-current="page">{Html.Encode(page.Title)}</a>{Below(headings)}</li>"""
            : $"""<li><a href="{root}{Html.Address(page.Address)}">{Html.Encode(page.Title)}</a></li>""";

        return string.Concat(pages.GroupBy(page => page.Part).Select(part =>
            $"""<p class="part">{Html.Encode(part.Key)}</p><ul>{string.Concat(part.Select(Item))}</ul>"""));
    }

    private static string Below(IReadOnlyList<Heading> headings)
    {
        var shown = headings.Where(heading => heading.Level is 2 or 3 && !heading.Text.StartsWith("先猜 ", StringComparison.Ordinal)).Select(heading =>
            $"""<li class="level{(heading.Level == 2 ? "2" : "3")}"><a href="#{Uri.EscapeDataString(heading.Id)}">{Html.Encode(heading.Text)}</a></li>""");
        var items = string.Concat(shown);
        return items.Length == 0 ? "" : $"<ul class=\"here\">{items}</ul>";
    }
}
