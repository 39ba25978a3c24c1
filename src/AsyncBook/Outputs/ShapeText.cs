using System.Text.RegularExpressions;

namespace AsyncBook.Outputs;

/// <summary>Text without its quantities: how many and how long is set aside, words and their order stay.</summary>
internal static partial class ShapeText
{
    private const string Bars = @"[\u2500-\u25FF\u2800-\u28FF]+";

    public static string Normalize(string text, VaryingText varying)
    {
        text = Drawing().Replace(text, " ▒ ");
        text = Number().Replace(text, "#");
        return CollapseRepeats(varying.Normalize(text));
    }

    private static string CollapseRepeats(string text)
    {
        var lines = text.Split('\n').ToList();
        return string.Join('\n', lines.Where((line, index) => index == 0 || line != lines[index - 1]));
    }

    // Box drawing, blocks, geometric shapes and Braille, with the gaps between them: the bars of a timeline.
    [GeneratedRegex($" *{Bars}(?:[ ]*{Bars})* *")]
    private static partial Regex Drawing();

    [GeneratedRegex(@"(?:(?<![^\s=:：(（,，])[-−])?\d+(?:[.,]\d+)*(?:[eE][-+]?\d+)?")]
    private static partial Regex Number();
}
