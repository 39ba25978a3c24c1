using AsyncBook.Running;
using Spectre.Console;

namespace AsyncBook.Commands.Views;

/// <summary>What is said when a run is over: each failure with what it had printed, then one table.</summary>
internal static class RunSummary
{
    private const int LinesShown = 40;

    public static void Write(IAnsiConsole console, IReadOnlyList<NotebookReport> reports)
    {
        foreach (var cell in reports.SelectMany(report => report.Cells).Where(cell => cell.Verdict == CellVerdict.Failed))
        {
            WriteFailure(console, cell);
        }

        foreach (var cell in reports.SelectMany(report => report.Cells).Where(cell => cell.Hint is not null))
        {
            console.MarkupLine($"[yellow]hint[/] [bold]{Markup.Escape(cell.Notebook)}#{Markup.Escape(cell.CellId)}[/] {Markup.Escape(cell.Hint!)}");
        }

        foreach (var report in reports.Where(report => report.Stray.Length > 0))
        {
            WriteStray(console, report);
        }

        console.Write(Table(reports));
        console.WriteLine(Totals(reports));
        if (VerdictText.Exercises(reports.SelectMany(report => report.Cells)) is { Length: > 0 } exercises)
        {
            console.WriteLine(exercises);
        }
    }

    private static void WriteFailure(IAnsiConsole console, CellReport cell)
    {
        console.MarkupLine($"[red]failed[/] [bold]{Markup.Escape(cell.Notebook)}#{Markup.Escape(cell.CellId)}[/] {Markup.Escape(cell.Title)}");
        if (cell.Output.Length > 0)
        {
            console.WriteLine("  it had printed:\n" + Indented(cell.Output));
        }

        console.WriteLine(Indented(cell.Reason ?? ""));
    }

    private static void WriteStray(IAnsiConsole console, NotebookReport report)
    {
        console.MarkupLine($"[yellow]warning[/] [bold]{Markup.Escape(report.Notebook)}[/] printed this after its cell had ended; a cell awaits all it starts:");
        console.WriteLine(Indented(report.Stray));
    }

    private static string Indented(string text)
    {
        var lines = text.TrimEnd().Split('\n');
        var shown = lines.Length > LinesShown
            ? lines[..(LinesShown / 2)].Append($"… {lines.Length - LinesShown} lines …").Concat(lines[^(LinesShown / 2)..])
            : lines;
        return string.Join('\n', shown.Select(line => "    " + line.TrimEnd('\r')));
    }

    private static Table Table(IReadOnlyList<NotebookReport> reports)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("notebook", "cells", "time", "result", "reason");
        foreach (var report in reports)
        {
            table.AddRow(
                Markup.Escape(report.Notebook),
                VerdictText.Count(report),
                VerdictText.Seconds(report.Duration),
                VerdictText.Markup(report.Verdict),
                Markup.Escape(Reason(report)));
        }

        return table;
    }

    private static string Reason(NotebookReport report) => string.Join('\n', report.Cells
        .Where(cell => cell.Verdict is CellVerdict.Failed or CellVerdict.Skipped)
        .GroupBy(cell => cell.Reason?.Split('\n')[0])
        .Select(same => $"{string.Join(", ", same.Select(cell => cell.CellId))}: {same.Key}"));

    private static string Totals(IReadOnlyList<NotebookReport> reports) =>
        VerdictText.Totals("notebooks", reports.Select(report => report.Verdict))
        + "\n" + VerdictText.Totals("cells", reports.SelectMany(report => report.Cells).Where(cell => cell.Exercise is null).Select(cell => cell.Verdict));
}
