using System.Text.RegularExpressions;
using System.Xml.Linq;
using AsyncBook.Language;

namespace AsyncBook.Publishing;

/// <summary>How much a browser draws of a picture: parts that use parts twice, which use parts twice, soon are more than it can ever draw.</summary>
internal sealed partial class SvgExpansion
{
    private const int Most = 50_000, Deepest = 256;
    private readonly Dictionary<string, XElement> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<XElement, double> _known = [];
    private readonly HashSet<XElement> _open = [];
    private readonly List<string> _ofStyles;

    private SvgExpansion(XElement root)
    {
        foreach (var element in root.DescendantsAndSelf())
        {
            if (element.Attribute("id") is { } id)
            {
                _named.TryAdd(id.Value, element);
            }
        }

        // Which elements a style sheet speaks of a browser knows; here it may be any.
        _ofStyles = [.. root.Descendants().Where(element => element.Name.LocalName == "style").SelectMany(style => Referred(style.Value)).Distinct()];
    }

    /// <exception cref="TooLargeException">It is too much for a page.</exception>
    public static XElement Require(XElement root) =>
        new SvgExpansion(root).Count(root, 0) > Most ? throw new TooLargeException(PageWords.TooMuchDrawn(Most)) : root;

    private double Count(XElement element, int depth)
    {
        if (_known.TryGetValue(element, out var known))
        {
            return known;
        }

        // What refers to itself is not drawn.
        if (!_open.Add(element))
        {
            return 0;
        }

        if (depth > 2 * Deepest)
        {
            throw new TooLargeException(PageWords.TooDeep(Deepest));
        }

        var count = 1 + element.Elements().Sum(child => Count(child, depth + 1))
            + element.Attributes().SelectMany(attribute => attribute.Name.LocalName == "href" ? [attribute.Value.TrimStart('#')] : Referred(attribute.Value))
                .Concat(_ofStyles)
                .Sum(name => _named.TryGetValue(name, out var part) ? Count(part, depth + 1) : 0);
        _open.Remove(element);
        _known[element] = count;
        return count;
    }

    private static IEnumerable<string> Referred(string text) => Reference().Matches(text).Select(found => found.Groups["name"].Value);

    [GeneratedRegex("""url\(\s*["']?#(?<name>[^"')\s]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();
}
