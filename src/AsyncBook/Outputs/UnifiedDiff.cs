using AsyncBook.Language;
using DiffPlex;
using DiffPlex.Renderer;

namespace AsyncBook.Outputs;

/// <summary>The lines that differ, with a little of what stands around them.</summary>
internal static class UnifiedDiff
{
    private const int Context = 2;
    private const int MostLinesShown = 40;
    private const int MostLinesRead = 2000;
    private const int LongestLine = 300;

    public static string Between(string stored, string now)
    {
        var (storedLines, nowLines) = (stored.Split('\n'), now.Split('\n'));
        var same = storedLines.AsSpan().CommonPrefixLength(nowLines);
        var hunks = new UnidiffRenderer(Differ.Instance, Context)
            .Generate(From(storedLines, same - Context), From(nowLines, same - Context), "", "", ignoreWhitespace: false)
            .ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')
            .SkipWhile(line => !line.StartsWith("@@", StringComparison.Ordinal)).Skip(1);
        List<string> shown = ["--- stored", "+++ now", .. hunks.Select(Line)];
        return string.Join('\n', shown.Count <= MostLinesShown ? shown : Shorten(shown));
    }

    // Finding the shortest difference takes time that grows with its square: ten megabytes of output must not.
    private static string From(string[] lines, int start) =>
        string.Join('\n', lines.Skip(Math.Max(0, start)).Take(MostLinesRead));

    // Numbers of lines would be those of the piece that was read, and mean nothing.
    private static string Line(string line) => line switch
    {
        ['@', '@', ..] => "  ⋮",
        [var sign, .. var text] => $"{sign} {(text.Length <= LongestLine ? text : text[..LongestLine] + "…")}",
        _ => "",
    };

    private static IEnumerable<string> Shorten(List<string> lines) =>
    [
        .. lines.Take(MostLinesShown - 1),
        RunWords.LinesLeftOut(lines.Count - MostLinesShown + 1),
    ];
}
