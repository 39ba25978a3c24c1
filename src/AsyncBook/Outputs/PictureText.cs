using System.Xml;
using System.Xml.Linq;

namespace AsyncBook.Outputs;

/// <summary>What a picture says in words: titles, descriptions and labels, in the order of the SVG.</summary>
internal static class PictureText
{
    /// <summary>Every word of it.</summary>
    public static string AllWords(string svg) => Words(svg, "title", "desc", "text");

    /// <summary>Its text twin: what it says to those who do not see it.</summary>
    public static string TwinOf(string svg) => Words(svg, "title", "desc");

    /// <summary>A timeline's lanes, drawn with characters; null for any other picture.</summary>
    public static string? LanesOf(string svg) => Read(svg) is { } picture ? TimelineLanes.Draw(picture) : null;

    /// <summary>Its shapes, an element a line: all there is of a picture without words.</summary>
    public static string ShapesOf(string svg) => Read(svg)?.ToString() ?? svg;

    private static string Words(string svg, params string[] elements) => Read(svg) is { } picture
        ? string.Join('\n', picture.Descendants().Where(element => elements.Contains(element.Name.LocalName)).Select(element => element.Value.Trim()))
        : svg;

    private static XDocument? Read(string svg)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(svg), new() { DtdProcessing = DtdProcessing.Ignore, IgnoreWhitespace = true });
            return XDocument.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
