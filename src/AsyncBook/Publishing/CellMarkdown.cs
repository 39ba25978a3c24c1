using AngleSharp.Dom;
using AsyncBook.Language;
using AsyncBook.Notebooks;
using Markdig;

namespace AsyncBook.Publishing;

/// <summary>A Markdown cell as HTML elements, its links leading where they lead in the site.</summary>
internal sealed class CellMarkdown(SiteContext site, NotebookPage page)
{
    private const int MostCharacters = 200_000;
    private const int MostBars = 20_000;

    // A line break in these notebooks ends a thought, and the editors show Chinese the same way.
    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoLinks().UseCjkFriendlyEmphasis().UseEmphasisExtras().UseTaskLists()
        .UseSoftlineBreakAsHardlineBreak().Build();

    /// <exception cref="TooLargeException">The text is too long for a page, or too deep.</exception>
    public IElement Convert(NotebookCell cell)
    {
        var body = PageCleaner.Clean(ToHtml(cell.Source));
        RemoveWayThrough(body);
        foreach (var element in body.QuerySelectorAll("a[href], img[src]"))
        {
            Redirect(cell, element);
        }

        foreach (var code in body.QuerySelectorAll("pre > code"))
        {
            Highlight(code);
        }

        foreach (var table in body.QuerySelectorAll("table"))
        {
            Wrap(table, "div", "table").SetAttribute("tabindex", "0");
        }

        MarkdownMarks.Apply(body, isOriginal: cell.Originals.Count > 0);
        return body;
    }

    private static string ToHtml(string text)
    {
        if (text.Length > MostCharacters || text.Count(character => character == '|') > MostBars)
        {
            throw new TooLargeException(PageWords.TooMuchMarkdown(text.Length, MostCharacters, MostBars));
        }

        try
        {
            return Markdown.ToHtml(text, _pipeline);
        }
        catch (ArgumentException e)
        {
            // What Markdig says where quotations or lists stand in each other too deep.
            throw new TooLargeException(e.Message);
        }
    }

    private void Redirect(NotebookCell cell, IElement element)
    {
        var attribute = element.LocalName == "img" ? "src" : "href";
        var link = element.GetAttribute(attribute)!;
        var target = site.Links.Resolve(page, link, element.TextContent);
        switch (target.Kind)
        {
            case LinkKind.Elsewhere when element.LocalName == "img":
                Replace(element, link);
                break;
            case LinkKind.Elsewhere:
                element.SetAttribute("rel", "noopener noreferrer");
                break;
            case LinkKind.Inside:
                element.SetAttribute(attribute, target.Href);
                break;
            case LinkKind.Folder:
                element.Replace([.. element.ChildNodes]);
                break;
            case LinkKind.Private:
                element.RemoveAttribute(attribute);
                site.Faults.Add(PageWords.NotForEveryone(page.Source, cell.Id, link, target.Href));
                break;
            default:
                site.Faults.Add(PageWords.LeadsNowhere(PageWords.CellAt(page.Source, cell.Id), link));
                break;
        }
    }

    // Pages load nothing from elsewhere: of such a picture there is its address, for whoever wants to go there.
    private static void Replace(IElement picture, string address)
    {
        if (PageCleaner.IsInlinePicture(address))
        {
            return;
        }

        var link = picture.Owner!.CreateElement("a");
        link.SetAttribute("href", address);
        link.SetAttribute("rel", "noopener noreferrer");
        link.TextContent = picture.GetAttribute("alt") is { Length: > 0 } words ? words : address;
        picture.Replace(link);
    }

    // Previous, contents and next are on every page of the book already.
    private static void RemoveWayThrough(IElement body)
    {
        foreach (var paragraph in body.QuerySelectorAll("p").Where(IsWayThrough))
        {
            paragraph.Remove();
        }
    }

    private static bool IsWayThrough(IElement paragraph) =>
        paragraph.Children.Length > 0
        && paragraph.Children.All(link => link.LocalName == "a" && link.TextContent is "目录" or ['←', ..] or [.., '→'])
        && paragraph.ChildNodes.All(node => node is IElement || node.TextContent.All(c => c == '|' || char.IsWhiteSpace(c)));

    private void Highlight(IElement code)
    {
        var language = code.ClassList.FirstOrDefault(name => name.StartsWith("language-", StringComparison.Ordinal))?["language-".Length..] ?? "";
        var parent = code.ParentElement!;
        parent.OuterHtml = CodeHtml.Figure(site.Highlighter.ToHtml(code.TextContent, language), language);
    }

    private static IElement Wrap(IElement element, string name, string style)
    {
        var wrapper = element.Owner!.CreateElement(name);
        wrapper.ClassName = style;
        element.Replace(wrapper);
        wrapper.AppendChild(element);
        return wrapper;
    }
}
