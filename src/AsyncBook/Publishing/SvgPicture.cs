using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using AsyncBook.Language;
using Ganss.Xss;

namespace AsyncBook.Publishing;

/// <summary>A stored SVG made fit to stand in a page beside others: only what draws, ids of its own, both themes.</summary>
internal static partial class SvgPicture
{
    private const int Deepest = 256;

    private static readonly string[] _elements =
    [
        "svg", "g", "defs", "symbol", "use", "title", "desc", "a", "image", "marker", "pattern", "mask", "clipPath",
        "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath",
        "linearGradient", "radialGradient", "stop", "filter", "feGaussianBlur", "feOffset", "feMerge", "feMergeNode",
    ];

    private static readonly string[] _attributes =
    [
        "xmlns", "xmlns:xlink", "id", "class", "role", "aria-label", "aria-labelledby", "aria-describedby", "aria-hidden", "lang", "href", "xlink:href",
        "viewBox", "preserveAspectRatio", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "dx", "dy",
        "d", "points", "pathLength", "transform", "offset", "stdDeviation", "in", "result", "opacity", "visibility", "display", "color",
        "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-dashoffset",
        "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "vector-effect", "paint-order", "stop-color", "stop-opacity",
        "text-anchor", "dominant-baseline", "alignment-baseline", "letter-spacing", "textLength", "lengthAdjust",
        "font", "font-family", "font-size", "font-style", "font-weight", "text-decoration",
        "clip-path", "clip-rule", "mask", "filter", "marker-start", "marker-mid", "marker-end", "markerWidth", "markerHeight", "markerUnits",
        "refX", "refY", "orient", "gradientUnits", "gradientTransform", "spreadMethod", "patternUnits", "patternContentUnits", "patternTransform",
        "clipPathUnits", "maskUnits",
    ];

    /// <param name="svg">The picture as it is stored.</param>
    /// <param name="prefix">What makes its ids the page's only ones.</param>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    /// <exception cref="TooLargeException">It is too large or too deep for a page.</exception>
    public static string ForPage(string svg, string prefix)
    {
        var root = Read(svg);
        MakeScalable(root);
        Rename(root, prefix);
        Disarm(root);
        var styles = root.Descendants().Where(element => element.Name.LocalName == "style").Select(style => style.Value).Where(IsHarmless).ToList();
        return Cleaned(root.ToString(SaveOptions.DisableFormatting), styles.Count == 0 ? "" : Within(prefix, string.Join('\n', styles.Select(WithChosenTheme))));
    }

    /// <summary>A picture that is a file of its own, and the whole of what a browser shows of it.</summary>
    /// <inheritdoc cref="ForPage"/>
    public static string ForFile(string svg)
    {
        var root = Read(svg);
        Disarm(root);
        var styles = root.Descendants().Where(element => element.Name.LocalName == "style").Select(style => style.Value).Where(css => !Fetching().IsMatch(css));
        return Cleaned(root.ToString(SaveOptions.DisableFormatting), string.Join('\n', styles), AngleSharp.Xhtml.XhtmlMarkupFormatter.Instance);
    }

    private static XElement Read(string svg)
    {
        PageCleaner.RequireSize(svg);
        using var reader = XmlReader.Create(new StringReader(svg), new() { DtdProcessing = DtdProcessing.Ignore });
        var root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
        RequireDepth(root);
        return SvgExpansion.Require(root);
    }

    /// <summary>The id of the frame round a picture, to which its styles are held.</summary>
    public static string FrameId(string prefix) => prefix + "frame";

    // A style sheet in a picture would hold for the whole page: here it holds for what is in the frame.
    private static string Within(string prefix, string css) => $"#{FrameId(prefix)} {{ {css} }}";

    private static void RequireDepth(XElement root)
    {
        if (root.Descendants().Any(element => !element.HasElements && element.Ancestors().Skip(Deepest).Any()))
        {
            throw new TooLargeException(PageWords.TooDeep(Deepest));
        }
    }

    // Colours and masks may be addresses.
    private static void Disarm(XElement root)
    {
        var loading = root.DescendantsAndSelf().Attributes()
            .Where(attribute => !attribute.Name.LocalName.StartsWith("aria-", StringComparison.Ordinal) && Fetching().IsMatch(attribute.Value)).ToList();
        loading.ForEach(attribute => attribute.Remove());
    }

    // Without a viewBox a narrow screen would cut it off.
    private static void MakeScalable(XElement root)
    {
        if (root.Attribute("viewBox") is null && root.Attribute("width") is { } width && root.Attribute("height") is { } height)
        {
            root.SetAttributeValue("viewBox", $"0 0 {Number(width)} {Number(height)}");
        }
    }

    private static string Number(XAttribute length) => length.Value.Replace("px", "", StringComparison.Ordinal);

    // The style sheet goes round the sanitizer, which would write it anew and lose what it does not know: it is let in whole, or not at all.
    private static string Cleaned(string svg, string style, AngleSharp.IMarkupFormatter? formatter = null)
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(_elements, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(_attributes, StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["data"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href", "xlink:href"], StringComparer.OrdinalIgnoreCase),
        });
        sanitizer.FilterUrl += (_, link) => link.SanitizedUrl = HarmlessAddress().IsMatch(link.OriginalUrl) ? link.OriginalUrl : null;
        sanitizer.PostProcessNode += (_, found) =>
        {
            if (style.Length > 0 && found.Node is AngleSharp.Svg.Dom.ISvgSvgElement { ParentElement.LocalName: "body" } picture)
            {
                var element = found.Document.CreateElement("http://www.w3.org/2000/svg", "style");
                element.TextContent = style;
                picture.Prepend(element);
            }
        };
        return sanitizer.Sanitize(svg, outputFormatter: formatter);
    }

    // What loads nothing, and cannot leave the frame it is put in.
    private static bool IsHarmless(string css) => !Fetching().IsMatch(css) && !Leaving().IsMatch(css) && IsBalanced(css);

    // As a browser counts: a string or a bracket may hold no brace here, since there it would be none.
    private static bool IsBalanced(string css)
    {
        var (braces, brackets) = (0, 0);
        char? quote = null;
        foreach (var character in css)
        {
            if (quote is not null)
            {
                if (character == '\n')
                {
                    return false;
                }

                quote = character == quote ? null : quote;
                continue;
            }

            quote = character is '"' or '\'' ? character : null;
            brackets += character switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            braces += character switch { '{' => 1, '}' => -1, _ => 0 };
            if (braces < 0 || brackets < 0 || (brackets > 0 && character is ('{' or '}' or ';')))
            {
                return false;
            }
        }

        return braces == 0 && brackets == 0 && quote is null;
    }

    private static void Rename(XElement root, string prefix)
    {
        var ids = root.DescendantsAndSelf().Attributes("id").Select(id => id.Value).ToHashSet(StringComparer.Ordinal);
        string New(string id) => ids.Contains(id) ? prefix + id : id;
        foreach (var attribute in root.DescendantsAndSelf().Attributes())
        {
            attribute.Value = attribute.Name.LocalName switch
            {
                "id" => New(attribute.Value),
                "aria-labelledby" or "aria-describedby" => string.Join(' ', attribute.Value.Split(' ').Select(New)),
                _ => Reference().Replace(attribute.Value, match => "#" + New(match.Groups["id"].Value)),
            };
        }

        foreach (var style in root.Descendants().Where(element => element.Name.LocalName == "style"))
        {
            style.Value = Reference().Replace(style.Value, match => "#" + New(match.Groups["id"].Value));
        }
    }

    // The system's choice of a dark page, unless the reader chose otherwise; and the reader's, but not on paper.
    private static string WithChosenTheme(string css) => DarkRules().Replace(css, match =>
    {
        var rules = match.Groups["rules"].Value;
        return $"@media (prefers-color-scheme: dark) {{ :root:not([data-theme=light]) & {{{rules}}} }} @media screen {{ :root[data-theme=dark] & {{{rules}}} }}";
    });

    [GeneratedRegex("^(#|data:image/(png|jpeg|gif|webp);)")]
    private static partial Regex HarmlessAddress();

    // What loads something, or, by an escape, may do so in disguise.
    [GeneratedRegex(@"@import|@font-face|image-set|src\(|url\((?!\s*(#[\w-]+|""#[\w-]+""|'#[\w-]+')\s*\))|\\", RegexOptions.IgnoreCase)]
    private static partial Regex Fetching();

    // The frame itself, what stands beside it, rules that hold for a page whatever they stand in, and comments, in which a brace is none.
    [GeneratedRegex(@"&|/\*|<|@(?!media\b)|(^|[{},;])\s*[+~]")]
    private static partial Regex Leaving();

    [GeneratedRegex(@"#(?<id>[\w-]+)")]
    private static partial Regex Reference();

    [GeneratedRegex(@"@media\s*\(\s*prefers-color-scheme:\s*dark\s*\)\s*\{(?<rules>([^{}]*\{[^{}]*\})*\s*)\}")]
    private static partial Regex DarkRules();
}
