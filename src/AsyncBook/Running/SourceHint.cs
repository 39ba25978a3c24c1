using System.Globalization;
using AsyncBook.Notebooks;

namespace AsyncBook.Running;

/// <summary>What to say of a cell whose lines run together, as those of a program that writes notebooks easily do.</summary>
internal static class SourceHint
{
    public static string? Of(Notebook notebook, NotebookCell cell) => cell.LinesWithoutEnd is > 0 and var count
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"in {notebook.Name}, {count} of {cell.Id}'s lines lack the \\n at their end, so the next one goes on in the same line; write it into every line but the last")
        : null;
}
