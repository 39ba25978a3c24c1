using AsyncBook.Notebooks;

namespace AsyncBook.Content.Tests.Reference;

/// <summary>The rows of the tables of a page, without their heads.</summary>
internal static class MarkdownTable
{
    /// <summary>The rows of all tables of a notebook that have so many columns.</summary>
    /// <param name="name">The notebook's path from the notebooks' folder.</param>
    /// <param name="columns">How many columns.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(string name, int columns) =>
    [
        .. Notebook.Load(Path.Combine(Repository.Notebooks, name)).Cells
            .SelectMany(cell => Rows(cell.Source))
            .Where(row => row.Count == columns),
    ];

    // A head is the line above the line of dashes.
    private static IEnumerable<IReadOnlyList<string>> Rows(string source)
    {
        var lines = source.Split('\n');
        return lines.Where((line, index) => line.StartsWith('|') && !IsDashes(line) && !IsDashes(lines.ElementAtOrDefault(index + 1) ?? ""))
            .Select(line => (IReadOnlyList<string>)[.. line.Trim('|', ' ').Split('|').Select(cell => cell.Trim())]);
    }

    private static bool IsDashes(string line) => line.StartsWith("|---", StringComparison.Ordinal);
}
