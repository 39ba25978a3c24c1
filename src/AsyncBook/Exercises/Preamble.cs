using System.Text.RegularExpressions;
using AsyncBook.Notebooks;

namespace AsyncBook.Exercises;

/// <summary>What an answer and its check may use of their notebook: what it brings in, and nothing else of it.</summary>
internal static partial class Preamble
{
    /// <summary>References first, since C# wants them above all else, then imports, then usings.</summary>
    public static string Of(Notebook notebook) => Of(notebook.Cells);

    /// <summary>The same of some of its cells.</summary>
    public static string Of(IEnumerable<NotebookCell> cells)
    {
        var lines = cells.Where(cell => cell.Kind == CellKind.Code)
            .SelectMany(cell => cell.Source.Split('\n')).Distinct().ToList();
        Regex[] kinds = [Reference(), Import(), Using()];
        return string.Join('\n', kinds.SelectMany(kind => lines.Where(line => kind.IsMatch(line))));
    }

    [GeneratedRegex("^#r ")]
    private static partial Regex Reference();

    [GeneratedRegex("^#!import ")]
    private static partial Regex Import();

    [GeneratedRegex(@"^using (static )?[A-Z][\w.]*( = [\w.<>]+)?;")]
    private static partial Regex Using();
}
