using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace AsyncBook.Publishing;

/// <summary>A stored SVG made fit to stand in a page beside others: no script, ids of its own, both themes.</summary>
internal static partial class SvgPicture
{
    private static readonly string[] _active = ["script", "foreignObject", "iframe", "object", "embed", "animate", "set", "handler"];

    /// <param name="svg">The picture as it is stored.</param>
    /// <param name="prefix">What makes its ids the page's only ones.</param>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public static string ForPage(string svg, string prefix)
    {
        using var reader = XmlReader.Create(new StringReader(svg), new() { DtdProcessing = DtdProcessing.Ignore });
        var root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
        Clean(root);
        MakeScalable(root);
        Rename(root, prefix);
        foreach (var style in root.Descendants().Where(element => element.Name.LocalName == "style"))
        {
            style.Value = WithChosenTheme(style.Value);
        }

        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static void Clean(XElement root)
    {
        root.Descendants().Where(element => _active.Contains(element.Name.LocalName)).Remove();
        root.DescendantNodes().OfType<XComment>().Remove();
        root.DescendantsAndSelf().Attributes().Where(IsActive).Remove();
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

    private static bool IsActive(XAttribute attribute) =>
        attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)
        || (attribute.Name.LocalName is "href" or "src" && !HarmlessAddress().IsMatch(attribute.Value));

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
        return $"@media (prefers-color-scheme: dark) {{ :root:not([data-theme=light]) {{{rules}}} }} @media screen {{ :root[data-theme=dark] {{{rules}}} }}";
    });

    [GeneratedRegex("^(#|data:image/(png|jpeg|gif|webp);)")]
    private static partial Regex HarmlessAddress();

    [GeneratedRegex(@"#(?<id>[\w-]+)")]
    private static partial Regex Reference();

    [GeneratedRegex(@"@media\s*\(\s*prefers-color-scheme:\s*dark\s*\)\s*\{(?<rules>([^{}]*\{[^{}]*\})*\s*)\}")]
    private static partial Regex DarkRules();
}
