using System.Globalization;
using System.Text.RegularExpressions;

namespace AsyncBook.Notebooks;

/// <summary>What to call a cell in one short line.</summary>
internal static partial class CellTitle
{
    private const int Longest = 60;

    public static string Find(CellKind kind, string source, string otherwise)
    {
        var lines = source.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        var title = kind switch
        {
            CellKind.Code => lines.Find(line => !Directive().IsMatch(line))?.TrimStart('/').Trim(),
            CellKind.Markdown => Heading(lines),
            _ => null,
        };
        return Shorten(string.IsNullOrEmpty(title) ? lines.FirstOrDefault(otherwise) : title);
    }

    private static string? Heading(List<string> lines)
    {
        var isFenced = false;
        foreach (var line in lines)
        {
            isFenced ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!isFenced && MarkdownHeading().Match(line) is { Success: true } heading)
            {
                return heading.Groups["text"].Value;
            }
        }

        return null;
    }

    private static string Shorten(string title)
    {
        // Cut between characters as people see them: an emoji is several chars.
        var characters = new StringInfo(title);
        return characters.LengthInTextElements <= Longest
            ? title
            : characters.SubstringByTextElements(0, Longest - 1).TrimEnd() + "…";
    }

    [GeneratedRegex(@"^(#|using\s+(static\s+)?[\w.]+(\s*=.*)?;)")]
    private static partial Regex Directive();

    [GeneratedRegex(@"^#{1,6}\s+(?<text>.*?)\s*#*$")]
    private static partial Regex MarkdownHeading();
}
