using System.Globalization;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

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
        var pieces = InlineDiffBuilder
            .Diff(From(storedLines, same - Context), From(nowLines, same - Context), ignoreWhiteSpace: false)
            .Lines;
        List<string> shown = ["--- stored", "+++ now", .. Hunks(pieces)];
        return string.Join('\n', shown.Count <= MostLinesShown ? shown : Shorten(shown));
    }

    // Finding the shortest difference takes time that grows with its square: ten megabytes of output must not.
    private static string From(string[] lines, int start) =>
        string.Join('\n', lines.Skip(Math.Max(0, start)).Take(MostLinesRead));

    private static IEnumerable<string> Hunks(List<DiffPiece> pieces)
    {
        var isGap = false;
        for (var index = 0; index < pieces.Count; index++)
        {
            var isShown = pieces.Skip(index - Context).Take(Context + 1 + Math.Min(index, Context))
                .Any(piece => piece.Type != ChangeType.Unchanged);
            if (isShown)
            {
                yield return Line(pieces[index]);
            }
            else if (!isGap)
            {
                yield return "  ⋮";
            }

            isGap = !isShown;
        }
    }

    private static string Line(DiffPiece piece)
    {
        var sign = piece.Type switch { ChangeType.Deleted => "- ", ChangeType.Inserted => "+ ", _ => "  " };
        return sign + (piece.Text.Length <= LongestLine ? piece.Text : piece.Text[..LongestLine] + "…");
    }

    private static IEnumerable<string> Shorten(List<string> lines) =>
    [
        .. lines.Take(MostLinesShown - 1),
        string.Create(CultureInfo.InvariantCulture, $"  … and {lines.Count - MostLinesShown + 1} more lines"),
    ];
}
