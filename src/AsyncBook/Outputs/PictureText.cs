using System.Xml;
using System.Xml.Linq;

namespace AsyncBook.Outputs;

/// <summary>What a picture says in words: titles, descriptions and labels, in the order of the SVG.</summary>
internal static class PictureText
{
    /// <summary>Every word of it.</summary>
    public static string Of(string svg) => Words(svg, "title", "desc", "text");

    /// <summary>Its text twin: what it says to those who do not see it.</summary>
    public static string TwinOf(string svg) => Words(svg, "title", "desc");

    private static string Words(string svg, params string[] elements)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(svg), new() { DtdProcessing = DtdProcessing.Ignore });
            var words = XDocument.Load(reader).Descendants()
                .Where(element => elements.Contains(element.Name.LocalName))
                .Select(element => element.Value.Trim());
            return string.Join('\n', words);
        }
        catch (XmlException)
        {
            return svg;
        }
    }
}
