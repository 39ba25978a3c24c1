using AsyncBook.Language;
using AsyncBook.Outputs;
using AsyncBook.Running;
using Spectre.Console;

namespace AsyncBook.Commands.Views;

/// <summary>What is said when a run is over: each failure with what it had printed, then one table.</summary>
internal static class RunSummary
{
    private const int LinesShown = 40, MostNamed = 3, LongestName = 40;

    public static void Write(IAnsiConsole console, IReadOnlyList<NotebookReport> reports)
    {
        foreach (var cell in reports.SelectMany(report => report.Cells).Where(cell => cell.Verdict == CellVerdict.Failed))
        {
            WriteFailure(console, cell);
        }

        foreach (var cell in reports.SelectMany(report => report.Cells).Where(cell => cell.Hint is not null))
        {
            console.MarkupLine($"[yellow]{RunWords.Hint}[/] [bold]{cell.Notebook.Escaped()}#{cell.CellId.Escaped()}[/] {cell.Hint!.Escaped()}");
        }

        foreach (var report in reports.Where(report => report.Stray.Length > 0))
        {
            WriteStray(console, report);
        }

        console.Write(Table(reports));
        foreach (var report in reports.Where(report => report.Verdict != CellVerdict.Passed))
        {
            WriteReasons(console, report);
        }

        console.WriteLine(Totals(reports));
        if (VerdictText.Exercises(reports.SelectMany(report => report.Cells)) is { Length: > 0 } exercises)
        {
            console.WriteLine(exercises);
        }
    }

    private static void WriteFailure(IAnsiConsole console, CellReport cell)
    {
        console.MarkupLine($"[red]{RunWords.Failed}[/] [bold]{cell.Notebook.Escaped()}#{cell.CellId.Escaped()}[/] {cell.Title.Escaped()}");
        if (cell.Output.Length > 0)
        {
            console.WriteLine($"  {RunWords.HadPrinted}\n" + Indented(cell.Output));
        }

        console.WriteLine(Indented(cell.Reason ?? ""));
    }

    private static void WriteStray(IAnsiConsole console, NotebookReport report)
    {
        console.MarkupLine($"[yellow]{RunWords.Warning}[/] [bold]{report.Notebook.Escaped()}[/] {RunWords.PrintedLate}");
        console.WriteLine(Indented(report.Stray));
    }

    private static string Indented(string text)
    {
        var lines = TerminalText.Clean(text).TrimEnd().Split('\n');
        var shown = lines.Length > LinesShown
            ? lines[..(LinesShown / 2)].Append(RunWords.MoreLines(lines.Length - LinesShown)).Concat(lines[^(LinesShown / 2)..])
            : lines;
        return string.Join('\n', shown.Select(line => "    " + line));
    }

    private static Table Table(IReadOnlyList<NotebookReport> reports)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(RunWords.Notebook, RunWords.Cells, RunWords.Time, RunWords.Result);
        table.Columns[0].NoWrap();
        table.Columns[2].NoWrap();
        table.Columns[3].NoWrap();
        foreach (var report in reports)
        {
            table.AddRow(
                report.Notebook.Fit(LongestName).Escaped(),
                VerdictText.Count(report),
                VerdictText.Seconds(report.Duration),
                VerdictText.Markup(report.Verdict));
        }

        return table;
    }

    // A reason is said once, however many cells it stopped.
    private static void WriteReasons(IAnsiConsole console, NotebookReport report)
    {
        foreach (var same in report.Cells.Where(cell => cell.Verdict is CellVerdict.Failed or CellVerdict.Skipped).GroupBy(cell => (cell.Verdict, cell.Reason?.Split('\n')[0])))
        {
            var named = string.Join(", ", same.Take(MostNamed).Select(cell => cell.CellId));
            var cells = same.Count() > MostNamed ? $"{named}, {RunWords.AndMoreCells(same.Count())}" : named;
            console.MarkupLine($"{VerdictText.Markup(same.Key.Verdict)} [bold]{report.Notebook.Escaped()}[/] {cells.Escaped()}: {(same.Key.Item2 ?? "").Escaped()}");
        }
    }

    private static string Totals(IReadOnlyList<NotebookReport> reports) =>
        VerdictText.Totals(RunWords.NotebooksTotal, reports.Select(report => report.Verdict))
        + "\n" + VerdictText.Totals(RunWords.Cells, reports.SelectMany(report => report.Cells).Where(cell => cell.Exercise is null).Select(cell => cell.Verdict));
}
