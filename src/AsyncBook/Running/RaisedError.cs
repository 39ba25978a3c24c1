using System.Text.RegularExpressions;
using AsyncBook.Language;
using AsyncBook.Notebooks;

namespace AsyncBook.Running;

/// <summary>A kernel's failure as the output it leaves in the notebook, the same from either kernel.</summary>
internal static partial class RaisedError
{
    public static ErrorOutput Parse(string failure)
    {
        string[] lines = [.. failure.ReplaceLineEndings("\n").TrimEnd().Split('\n')
            .Where(line => !Frame().IsMatch(line)).Select(line => Place().Replace(line, ""))];
        var text = string.Join('\n', lines);
        return Exception().Match(text) is { Success: true } found
            ? new ErrorOutput(found.Groups["type"].Value, found.Groups["message"].Value, lines)
            : new ErrorOutput("Error", text, lines);
    }

    // Where it was thrown each kernel says in words of its own.
    [GeneratedRegex(@"^\s+at |^\s*--- End of ")]
    private static partial Regex Frame();

    // The built-in kernel names the cell before line and column; the output stands in that cell.
    [GeneratedRegex(@"^[^\s(]+\.ipynb#[\w.-]+(?=\(\d+,\d+\): )")]
    private static partial Regex Place();

    [GeneratedRegex(@"^(?<type>[A-Za-z_][\w.+`]*): (?<message>.*)$", RegexOptions.Singleline)]
    private static partial Regex Exception();
}

/// <summary>What to say of a cell whose lines run together, as those of a program that writes notebooks easily do.</summary>
internal static class SourceHint
{
    public static string? Find(Notebook notebook, NotebookCell cell) => cell.LinesWithoutEnd is > 0 and var count
        ? NotebookWords.NoLineEnds(notebook.Name, count, cell.Id)
        : null;
}
