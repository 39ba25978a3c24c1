using System.Text.RegularExpressions;
using AsyncBook.Notebooks;
using AsyncBook.Outputs;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>Stored outputs are for everyone: nothing of the author's machine, and no error left unnoticed.</summary>
internal static partial class OutputRules
{
    public static IEnumerable<string> Faults(DialectCell cell)
    {
        if (!cell.View.Tags.Contains(CellTags.RaisesException) && cell.View.Outputs.OfType<ErrorOutput>().FirstOrDefault() is { } error)
        {
            yield return $"an error is stored: {error.Name}: {error.Value}";
        }

        if (cell.View.Outputs.Any(FrontEndTraces.Are))
        {
            yield return "a front end's own script or package list is stored: run --save removes it";
        }

        if (cell.View.Outputs.OfType<UnknownOutput>().Any())
        {
            yield return "an output is of no kind nbformat knows";
        }

        if (MachinePath().Match(NotebookWriter.Write(cell.Json["outputs"])) is { Success: true } path)
        {
            yield return $"a path of the author's machine is stored: {path.Value}";
        }
    }

    // Backslashes stand doubled in JSON.
    [GeneratedRegex(@"(?<![A-Za-z0-9_.])(/root/|/home/|/work/|/Users/|[A-Za-z]:\\\\Users\b)[^\s""]{0,40}")]
    private static partial Regex MachinePath();
}
