using AsyncBook.Documents;

namespace AsyncBook.Tests.Reference;

/// <summary>The rows of the tables of a page, without their heads.</summary>
internal static class MarkdownTable
{
    /// <summary>The rows of all tables of notebooks/reference/<paramref name="page"/> that have so many columns.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(string page, int columns) =>
    [
        .. Notebook.Load(Path.Combine(Repository.Notebooks, "reference", page)).Cells
            .SelectMany(cell => RowsOf(cell.Source))
            .Where(row => row.Count == columns),
    ];

    private static IEnumerable<IReadOnlyList<string>> RowsOf(string source) => source.Split('\n')
        .Where(line => line.StartsWith('|'))
        .Select(Cells)
        .SkipWhile(row => row[0] is "Python" or "术语")
        .Where(row => row[0] is not "---");

    private static IReadOnlyList<string> Cells(string line) => [.. line.Trim('|', ' ').Split('|').Select(cell => cell.Trim())];
}
