using System.Globalization;
using AsyncBook.Language;
using AsyncBook.Running;

namespace AsyncBook.Commands.Views;

/// <summary>Verdicts and figures, the same wherever a run is shown.</summary>
internal static class VerdictText
{
    public static string Markup(CellVerdict verdict) => $"[{Colour(verdict)}]{Word(verdict)}[/]";

    public static string Colour(CellVerdict verdict) => verdict switch
    {
        CellVerdict.Passed => "green",
        CellVerdict.Failed => "red",
        CellVerdict.Skipped => "yellow",
        _ => "grey",
    };

    public static string Word(CellVerdict verdict) => verdict switch
    {
        CellVerdict.Passed => RunWords.Passed,
        CellVerdict.Failed => RunWords.Failed,
        CellVerdict.Skipped => RunWords.Skipped,
        _ => RunWords.NotRun,
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
            .Select(group => RunWords.AndAlso + RunWords.CountOf(group.Count(), Word(group.Key)));
        return RunWords.CellCount(report.Cells.Count) + string.Concat(others);
    }

    /// <summary>How many passed, failed and were skipped; what was not run counts as failed.</summary>
    public static string Totals(string what, IEnumerable<CellVerdict> verdicts)
    {
        var count = verdicts.CountBy(verdict => verdict).ToDictionary();
        var failed = count.GetValueOrDefault(CellVerdict.Failed) + count.GetValueOrDefault(CellVerdict.NotRun);
        return RunWords.Total(count.GetValueOrDefault(CellVerdict.Passed), failed, count.GetValueOrDefault(CellVerdict.Skipped), what);
    }
}
