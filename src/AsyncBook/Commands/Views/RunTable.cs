using System.Diagnostics;
using AsyncBook.Language;
using AsyncBook.Notebooks;
using AsyncBook.Running;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace AsyncBook.Commands.Views;

/// <summary>The rows of a run that goes on: whatever the terminal's width, each takes one line.</summary>
internal static class RunTable
{
    private const int Gap = 2, LongestName = 32;

    public static Grid Of(IReadOnlyList<RunRow> rows, int width)
    {
        var cells = rows.Select(Cells).ToList();
        var name = Math.Min(Widest(cells, 0), Math.Min(LongestName, width / 3));
        int[] widths = [name, Widest(cells, 1), Widest(cells, 2), Widest(cells, 3)];
        var rest = width - widths.Sum() - (Gap * widths.Length) - 1;
        var grid = new Grid();
        foreach (var column in widths.Append(Math.Max(rest, 0)))
        {
            grid.AddColumn(new GridColumn { Width = Math.Max(column, 1), NoWrap = true, Padding = new Padding(0, 0, grid.Columns.Count < widths.Length ? Gap : 0, 0) });
        }

        foreach (var (row, texts) in rows.Zip(cells))
        {
            grid.AddRow([.. texts.Select((text, column) => Cell(row, text, column, column < widths.Length ? widths[column] : rest))]);
        }

        return grid;
    }

    private static IRenderable Cell(RunRow row, string text, int column, int width) =>
        width < 1 ? Text.Empty : column == 1 ? new Markup($"[{Colour(row)}]{text}[/]") : new Text(text.Fit(width));

    private static string[] Cells(RunRow row)
    {
        var name = Path.GetFileNameWithoutExtension(row.Notebook.Name);
        return row.Report is { } report
            ? [name, VerdictText.Word(report.Verdict), RunWords.CellCount(report.Cells.Count), VerdictText.Seconds(report.Duration), ""]
            : [name, RunWords.Running, $"{row.Cell}/{row.Notebook.Cells.Count(cell => cell.Kind == CellKind.Code)}", VerdictText.Seconds(row.Clock.Elapsed), row.Title];
    }

    private static string Colour(RunRow row) => row.Report is { } report ? VerdictText.Colour(report.Verdict) : "blue";

    private static int Widest(List<string[]> rows, int column) => rows.Select(row => row[column].GetCellWidth()).DefaultIfEmpty(0).Max();
}

/// <summary>A notebook that runs or has run.</summary>
internal sealed record RunRow(Notebook Notebook, Stopwatch Clock, int Cell, string Title)
{
    /// <summary>What became of it; null while it runs.</summary>
    public NotebookReport? Report { get; init; }

    /// <summary>When it ended, since the run began.</summary>
    public TimeSpan EndedAt { get; init; }
}
