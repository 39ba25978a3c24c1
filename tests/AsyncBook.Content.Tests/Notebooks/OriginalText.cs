using AsyncBook.Notebooks;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>Finds what of a section's original text does not stand in its notebook letter for letter.</summary>
internal static class OriginalText
{
    private static readonly string[] _shells = ["bash", "sh", "shell", "console"];

    public static IReadOnlyList<string> Faults(Notebook notebook, string section) =>
    [
        .. TitleFaults(notebook, Original.Headings.Single(heading => heading.Section == section)),
        .. IdFaults(notebook, section),
        .. notebook.Cells.SelectMany(CellFaults),
    ];

    private static IEnumerable<string> TitleFaults(Notebook notebook, OriginalBlock heading)
    {
        var title = "# " + heading.Lines[0];
        var first = notebook.Cells.Count > 0 ? notebook.Cells[0].Source.Split('\n') : [];
        return first.Contains(title) ? [] : [$"the first cell has no line \"{title}\""];
    }

    private static List<string> IdFaults(Notebook notebook, string section)
    {
        var expected = Original.Blocks
            .Where(block => IsQuoted(block) && block.Section == section)
            .Select(block => block.Id).ToList();
        var named = notebook.Cells.SelectMany(cell => cell.Originals).Where(id => id != section).ToList();
        var missing = expected.Except(named).Select(id => $"{id}: no cell names it in asyncbook.original");
        var foreign = named.Except(expected).Select(id => $"{id}: is not a block of section {section}");
        var repeated = named.GroupBy(id => id).Where(id => id.Count() > 1).Select(id => $"{id.Key}: is named twice");
        List<string> faults = [.. missing, .. foreign, .. repeated];
        return faults.Count > 0 || named.SequenceEqual(expected)
            ? faults
            : [$"the blocks are named in the order {string.Join(' ', named)}, not {string.Join(' ', expected)}"];
    }

    private static List<string> CellFaults(NotebookCell cell)
    {
        var faults = new List<string>();
        var lines = cell.Source.Split('\n').Select(line => line.TrimEnd()).ToList();
        var next = 0;
        foreach (var block in Original.Blocks.Where(block => IsQuoted(block) && cell.Originals.Contains(block.Id)))
        {
            var fault = block.Kind == "code" ? FindCode(block, lines, ref next) : FindProse(block, lines, ref next);
            if (fault is not null)
            {
                faults.Add($"{block.Id}, cell {cell.Id}: {fault}");
            }
        }

        return faults;
    }

    private static bool IsQuoted(OriginalBlock block) => block.Kind is "prose" or "code";

    private static string? FindProse(OriginalBlock block, List<string> lines, ref int next)
    {
        var quotation = "> " + block.Lines[0];
        var at = lines.FindIndex(next, line => line == quotation || Markdown.Unescaped(line) == quotation);
        next = at < 0 ? next : at + 1;
        return at < 0 ? $"missing or out of order is the line \"{quotation}\"" : null;
    }

    private static string? FindCode(OriginalBlock block, List<string> lines, ref int next)
    {
        if (Markdown.FenceFrom(lines, next) is not { } fence)
        {
            return "there is no fence with its program";
        }

        next = Math.Min(fence.End, lines.Count);
        var isShell = !Original.HasPrinted(block) && _shells.Contains(fence.Language);
        return fence.Language == "python" || isShell
            ? FirstDifference(Original.Printed(block), fence.Lines)
            : $"its fence says ```{fence.Language}, not ```python";
    }

    private static string? FirstDifference(IReadOnlyList<string> expected, IReadOnlyList<string> found)
    {
        for (var index = 0; index < Math.Max(expected.Count, found.Count); index++)
        {
            var (wanted, there) = (expected.ElementAtOrDefault(index), found.ElementAtOrDefault(index));
            if (wanted?.TrimEnd() != there)
            {
                return $"line {index + 1} of the program is {Quote(there)}, not {Quote(wanted)}";
            }
        }

        return null;
    }

    private static string Quote(string? line) => line is null ? "missing" : $"\"{line}\"";
}
