using System.Globalization;
using AsyncBook.Running;

namespace AsyncBook.Commands.Views;

/// <summary>Verdicts and figures, the same wherever a run is shown.</summary>
internal static class VerdictText
{
    public static string Markup(CellVerdict verdict) => verdict switch
    {
        CellVerdict.Passed => "[green]passed[/]",
        CellVerdict.Failed => "[red]failed[/]",
        CellVerdict.Skipped => "[yellow]skipped[/]",
        _ => "[grey]not run[/]",
    };

    public static string Seconds(TimeSpan duration) =>
        duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";

    /// <summary>How many cells, and how many of them did not pass.</summary>
    public static string Count(NotebookReport report)
    {
        var others = report.Cells.Where(cell => cell.Verdict != CellVerdict.Passed).GroupBy(cell => cell.Verdict)
            .Select(group => $", {group.Count()} {Words(group.Key)}");
        return $"{report.Cells.Count} cells{string.Concat(others)}";
    }

    /// <summary>How many passed, failed and were skipped; what was not run counts as failed.</summary>
    public static string Totals(string what, IEnumerable<CellVerdict> verdicts)
    {
        var count = verdicts.CountBy(verdict => verdict).ToDictionary();
        var failed = count.GetValueOrDefault(CellVerdict.Failed) + count.GetValueOrDefault(CellVerdict.NotRun);
        return $"{count.GetValueOrDefault(CellVerdict.Passed)} {what} passed, {failed} failed, {count.GetValueOrDefault(CellVerdict.Skipped)} skipped";
    }

    private static string Words(CellVerdict verdict) => verdict == CellVerdict.NotRun ? "not run" : verdict.ToString().ToLowerInvariant();
}
