using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AsyncBook.Language;
using Ganss.Xss;

namespace AsyncBook.Publishing;

/// <summary>
/// The one door through which markup of a notebook enters a page: an allow-list of what may stand there. Nothing that acts passes it,
/// nothing that loads, and nothing so deep or so large that a browser, or this program, would choke on it.
/// </summary>
internal static partial class PageCleaner
{
    private const int MostCharacters = 2_000_000;
    private const int MostElements = 20_000;
    private const int Deepest = 256;

    private static readonly string[] _elements =
    [
        "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt",
        "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "input", "ins", "kbd", "li", "mark", "ol", "p", "pre",
        "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot",
        "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
    ];

    private static readonly string[] _attributes =
    [
        "align", "alt", "checked", "class", "colspan", "dir", "disabled", "height", "href", "lang", "open", "reversed", "rowspan", "scope",
        "src", "start", "style", "title", "type", "width",
    ];

    // What says how text looks, in place: nothing that moves it over something else, nothing that takes an address.
    private static readonly string[] _styles =
    [
        "background-color", "color", "font-style", "font-weight", "text-align", "text-decoration", "vertical-align", "white-space",
    ];

    private static readonly HtmlSanitizer _sanitizer = Create();

    /// <summary>Reads markup and leaves of it what may stand in a page.</summary>
    /// <exception cref="TooLargeException">It is too large or too deep for a page.</exception>
    public static IHtmlElement Clean(string html)
    {
        RequireSize(html);
        var document = _sanitizer.HtmlParserFactory().ParseDocument($"<body>{html}</body>");
        RequireDepth(document.Body!);
        _sanitizer.SanitizeDom(document, document.Body);
        foreach (var element in document.Body!.QuerySelectorAll("input:not([type=checkbox][disabled])"))
        {
            element.Remove();
        }

        return document.Body!;
    }

    /// <summary>Whether a picture's address loads nothing: it is the picture itself.</summary>
    public static bool IsInlinePicture(string address) => InlinePicture().IsMatch(address);

    /// <inheritdoc cref="RequireSize"/>
    public static bool IsOfSize(string markup) => markup.Length <= MostCharacters && Beginning().Count(markup) <= MostElements;

    /// <exception cref="TooLargeException">A reader of markup would take minutes for it.</exception>
    public static void RequireSize(string markup)
    {
        if (markup.Length > MostCharacters)
        {
            throw new TooLargeException(PageWords.TooMuchHtml(markup.Length, MostCharacters));
        }

        // Every element has such a beginning; what else looks like one only makes the count too large.
        if (Beginning().Count(markup) is > MostElements and var count)
        {
            throw new TooLargeException(PageWords.TooManyElements(count, MostElements));
        }
    }

    /// <exception cref="TooLargeException">Elements stand in each other deeper than what works on them can go.</exception>
    public static void RequireDepth(INode root)
    {
        var (node, depth) = (root.FirstChild, 1);
        while (node is not null)
        {
            if (depth > Deepest)
            {
                throw new TooLargeException(PageWords.TooDeep(Deepest));
            }

            if (node.FirstChild is { } child)
            {
                (node, depth) = (child, depth + 1);
                continue;
            }

            while (node is not null && node != root && node.NextSibling is null)
            {
                (node, depth) = (node.Parent, depth - 1);
            }

            node = node == root ? null : node?.NextSibling;
        }
    }

    private static HtmlSanitizer Create()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(_elements, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(_attributes, StringComparer.OrdinalIgnoreCase),
            AllowedCssProperties = new HashSet<string>(_styles, StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto", "data"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href", "src"], StringComparer.OrdinalIgnoreCase),
        });
        sanitizer.FilterUrl += (_, link) =>
        {
            var isData = link.OriginalUrl.TrimStart().StartsWith("data:", StringComparison.OrdinalIgnoreCase);
            link.SanitizedUrl = isData && !(link.Tag is IHtmlImageElement && IsInlinePicture(link.OriginalUrl)) ? null : link.SanitizedUrl;
        };
        // The page's own names for things, which its scripts and styles go by, are not a notebook's to use.
        sanitizer.PostProcessNode += (_, found) =>
        {
            if (found.Node is IElement { ClassName.Length: > 0 } element)
            {
                var kept = element.ClassList.Where(name => name.StartsWith("language-", StringComparison.Ordinal) || name.StartsWith("dni-", StringComparison.Ordinal)).ToList();
                element.ClassName = string.Join(' ', kept);
            }
        };
        return sanitizer;
    }

    [GeneratedRegex("<[A-Za-z]")]
    private static partial Regex Beginning();

    [GeneratedRegex("^data:image/(png|jpeg|gif|webp)[;,]", RegexOptions.IgnoreCase)]
    private static partial Regex InlinePicture();
}

/// <summary>Why a cell, or an output of one, is not put in a page.</summary>
internal sealed class TooLargeException(string message) : Exception(message);
