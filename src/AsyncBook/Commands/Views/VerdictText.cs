using System.Globalization;
using AsyncBook.Commands.Language;
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

    /// <summary>What became of a cell; a check that says an answer is not right yet has not passed.</summary>
    public static string Markup(CellReport cell) => cell is { Verdict: CellVerdict.Passed, Exercise: { } exercise } ? Markup(exercise.State) : Markup(cell.Verdict);

    public static string Markup(ExerciseState state) => state switch
    {
        ExerciseState.NotStarted => $"[grey]{ExerciseWords.NotBegun}[/]",
        ExerciseState.Begun => $"[yellow]{ExerciseWords.Begun}[/]",
        ExerciseState.NotYet => $"[red]{ExerciseWords.NotYet}[/]",
        _ => $"[green]{ExerciseWords.Solved}[/]",
    };

    /// <summary>How many exercises are how far; empty where there are none.</summary>
    public static string Exercises(IEnumerable<CellReport> cells)
    {
        var count = cells.Select(cell => cell.Exercise?.State).OfType<ExerciseState>().CountBy(state => state).ToDictionary();
        return count.Count == 0 ? "" : ExerciseWords.Count(
            count.GetValueOrDefault(ExerciseState.Solved), count.GetValueOrDefault(ExerciseState.NotYet), count.GetValueOrDefault(ExerciseState.NotStarted));
    }

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
