using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace AsyncBook.Outputs;

/// <summary>A stored timeline, drawn again with characters: the picture is all there is of the run that made it.</summary>
internal static class TimelineLanes
{
    private const int Width = 48;
    private const string LaneHeight = "18", LegendHeight = "13";

    // A stretch that runs is drawn over one that calls, that over one that waits, as in the picture.
    private static readonly (string Class, char Sign)[] _signs = [("thread", '█'), ("call", '▒'), ("lane", '░'), ("queued", '·')];

    /// <summary>Its lanes, one a line, under its title and before its figures; null for any other picture.</summary>
    public static string? Draw(XDocument picture)
    {
        var elements = picture.Root!.Elements().ToList();
        var axis = elements.Where(element => Value(element, "class") == "grid").Select(element => Number(element, "x1")).ToList();
        if (Value(picture.Root, "id")?.StartsWith("timeline-", StringComparison.Ordinal) != true || axis.Count < 2)
        {
            return null;
        }

        var names = elements.Where(IsName).ToList();
        var widest = names.Select(name => CellsOf(name.Value)).DefaultIfEmpty(0).Max();
        var text = new StringBuilder();
        text.AppendLine(TextOf(elements, "title")).AppendLine(Legend(elements, LastLabel(elements)));
        foreach (var element in elements)
        {
            if (IsName(element))
            {
                text.Append("  ").Append(element.Value).Append(' ', widest - CellsOf(element.Value) + 1)
                    .AppendLine(Bar(LaneOf(elements, element), axis[0], axis[^1]).TrimEnd());
            }
            else if (Value(element, "class") == "part")
            {
                text.AppendLine(element.Value);
            }
        }

        return text.Append(TextOf(elements, "desc")).ToString().ReplaceLineEndings("\n");
    }

    private static bool IsName(XElement element) =>
        element.Name.LocalName == "text" && Value(element, "text-anchor") == "end" && Value(element, "class") is null;

    private static List<XElement> LaneOf(List<XElement> elements, XElement name) =>
        [.. elements.SkipWhile(element => element != name).Skip(1).TakeWhile(element => element.Name.LocalName == "rect" && Value(element, "height") == LaneHeight)];

    private static string Bar(List<XElement> lane, double start, double end) => string.Concat(Enumerable.Range(0, Width).Select(cell =>
    {
        var (from, to) = (start + (cell * (end - start) / Width), start + ((cell + 1) * (end - start) / Width));
        bool Meets(XElement stretch) => Number(stretch, "x") < to && Number(stretch, "x") + Number(stretch, "width") > from;
        return lane.Where(Meets).Select(SignOf).DefaultIfEmpty(' ').MinBy(sign => Array.FindIndex(_signs, known => known.Sign == sign) is >= 0 and var rank ? rank : int.MaxValue);
    }));

    private static char SignOf(XElement stretch)
    {
        var classes = Value(stretch, "class") ?? "";
        return classes.StartsWith("call", StringComparison.Ordinal) ? '▒'
            : _signs.FirstOrDefault(known => classes.StartsWith(known.Class, StringComparison.Ordinal)) is { Class: not null } found ? found.Sign : ' ';
    }

    // What the signs mean says the picture itself: a small rectangle, and words after it.
    private static string Legend(List<XElement> elements, string end) => string.Join("  ", elements
        .Zip(elements.Skip(1))
        .Where(pair => Value(pair.First, "height") == LegendHeight && pair.Second.Name.LocalName == "text" && Value(pair.Second, "class") == "small")
        .Where(pair => SignOf(pair.First) != ' ' && Value(pair.First, "width") != LegendHeight)
        .Select(pair => $"{SignOf(pair.First)} {pair.Second.Value}")
        .Append($"0 – {end}"));

    private static string LastLabel(List<XElement> elements) =>
        elements.LastOrDefault(element => Value(element, "text-anchor") == "middle")?.Value ?? "";

    private static string TextOf(List<XElement> elements, string name) =>
        elements.FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim() ?? "";

    private static int CellsOf(string text) => text.Sum(character => character < 0x1100 ? 1 : 2);

    private static string? Value(XElement element, string attribute) => element.Attribute(attribute)?.Value;

    private static double Number(XElement element, string attribute) =>
        double.TryParse(Value(element, attribute), CultureInfo.InvariantCulture, out var number) ? number : 0;
}
