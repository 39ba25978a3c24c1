using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using AngleSharp;
using AngleSharp.Dom;
using AsyncBook.Language;
using AsyncBook.Notebooks;

namespace AsyncBook.Publishing;

/// <summary>A notebook as the body of a page, with its headings and what the search finds.</summary>
internal sealed partial class NotebookHtml(SiteContext site, NotebookPage page)
{
    private readonly StringBuilder _body = new();
    private readonly List<Heading> _headings = [];
    private readonly List<SearchEntry> _entries = [];
    private readonly PageIds _ids = new(page.Notebook.Cells.Select(cell => cell.Id));
    private readonly CellMarkdown _markdown = new(site, page);
    private readonly CodeCell _code = new(site, page);
    private readonly Lazy<QuizMarks> _quizzes = new(() => new(site, page));

    public PageContent Convert()
    {
        foreach (var cell in page.Notebook.Cells)
        {
            try
            {
                site.Clock.Begin($"{page.Source}, cell {cell.Id}");
                RequireId(cell.Id);
                Append(cell);
            }
            catch (TooLargeException e)
            {
                site.Faults.Add(PageWords.TooLarge(PageWords.CellAt(page.Source, cell.Id), e.Message));
            }
            catch (NotebookFormatException e)
            {
                site.Faults.Add(e.Message);
            }
            catch (Exception e) when (e is XmlException or FormatException)
            {
                site.Faults.Add(PageWords.NoPicture(PageWords.CellAt(page.Source, cell.Id), e.Message));
            }
        }

        return new(_body.ToString(), _headings, _entries);
    }

    private void RequireId(string id)
    {
        if (id.Any(character => char.IsControl(character) || char.IsWhiteSpace(character)))
        {
            throw new NotebookFormatException(page.Notebook.Path, PageWords.StrangeId(JsonEncodedText.Encode(id).ToString()));
        }
    }

    private void Append(NotebookCell cell)
    {
        var quiz = "";
        var content = cell.Kind switch
        {
            _ when site.IsWorksheet && cell.Role is (CellRole.Hint or CellRole.Solution) => "",
            CellKind.Code => Code(cell),
            CellKind.Markdown => MarkdownOf(cell, out quiz),
            _ => $"""<div class="slide"><pre tabindex="0">{Html.Encode(cell.Source)}</pre></div>""",
        };
        var role = cell.Role is { } known ? " " + known.ToString().ToLowerInvariant() : "";
        var kind = cell.Kind.ToString().ToLowerInvariant();
        _body.Append(
            CultureInfo.InvariantCulture,
            $"<section class=\"cell {kind}{role}\" id=\"{Html.Encode(cell.Id)}\"{quiz}{(site.IsLive ? CodeCell.Hooks(cell) : "")}>{content}</section>\n");
    }

    private string Code(NotebookCell cell)
    {
        var isAsked = site.IsWorksheet && page.Notebook.Cells.Any(other => other.Of == cell.Id);
        AddEntry(cell.Id, _headings.LastOrDefault()?.Text, isAsked ? cell.Source : cell.Source + " " + OutputHtml.Words(cell.Outputs));
        return _code.ToHtml(cell, isAsked);
    }

    private string MarkdownOf(NotebookCell cell, out string quiz)
    {
        var above = _headings.LastOrDefault()?.Text;
        var body = _markdown.Convert(cell);
        quiz = cell.Role == CellRole.Predict ? Quiz(cell, body) : "";
        foreach (var element in body.QuerySelectorAll("h1, h2, h3, h4, h5, h6"))
        {
            var heading = new Heading(element.LocalName[1] - '0', _ids.ForHeading(element.TextContent), element.TextContent.Trim());
            element.Id = heading.Id;
            _headings.Add(heading);
        }

        var html = new StringBuilder();
        foreach (var part in Slides(body))
        {
            var heading = part.OfType<IElement>().LastOrDefault(IsHeading);
            above = heading?.TextContent ?? above;
            AddEntry(heading?.Id ?? cell.Id, above, string.Join(' ', part.Select(node => node.TextContent)));
            var style = part.OfType<IElement>().All(IsHeading) ? "slide title-only" : "slide";
            html.Append(
                CultureInfo.InvariantCulture,
                $"<div class=\"{style}\">{string.Concat(part.Select(node => node.ToHtml()))}</div>");
        }

        return html.ToString();
    }

    private string Quiz(NotebookCell cell, IElement body)
    {
        try
        {
            var prediction = Prediction.Read(cell);
            if (site.IsWorksheet)
            {
                body.QuerySelector("details")?.Remove();
                return "";
            }

            site.Questions.Add(new(page.Address, cell.Id, page.Title, prediction));
            return _quizzes.Value.Apply(body, prediction);
        }
        catch (FormatException e)
        {
            throw new NotebookFormatException(page.Notebook.Path, $"cell {cell.Id}: {e.Message}", e);
        }
    }

    // A heading begins a slide, except right below another.
    private static List<List<INode>> Slides(IElement body)
    {
        var slides = new List<List<INode>>();
        var hasText = true;
        foreach (var node in body.ChildNodes.Where(node => node is IElement || !string.IsNullOrWhiteSpace(node.TextContent)))
        {
            var isHeading = node is IElement element && IsHeading(element);
            if (slides.Count == 0 || (isHeading && hasText))
            {
                slides.Add([]);
            }

            slides[^1].Add(node);
            hasText = !isHeading && node is not IElement { ClassName: "tag" };
        }

        return slides;
    }

    private static bool IsHeading(IElement element) => element.LocalName is "h1" or "h2" or "h3";

    private void AddEntry(string anchor, string? heading, string text)
    {
        var words = Space().Replace(text, " ").Trim();
        if (words.Length > 0)
        {
            _entries.Add(new(anchor, heading ?? page.Title, words));
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
