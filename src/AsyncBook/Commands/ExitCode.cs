using AsyncBook.Running;

namespace AsyncBook.Commands;

/// <summary>What a run tells the shell.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Failure = 1;
    public const int BadUsage = 2;
    public const int Skipped = 3;
    public const int Interrupted = 130;

    /// <summary>With the value <c>all</c>, nothing may be skipped.</summary>
    public const string RequireVariable = "ASYNCBOOK_REQUIRE";

    public static int FromReports(IReadOnlyList<NotebookReport> reports, string? require, bool exercisesCount = false)
    {
        if (reports.Any(report => report.SaveFault is not null))
        {
            return Failure;
        }

        var verdicts = reports.SelectMany(report => report.Cells).Select(cell => cell.Verdict).ToHashSet();
        if (verdicts.Contains(CellVerdict.Failed) || verdicts.Contains(CellVerdict.NotRun))
        {
            return Failure;
        }

        if (exercisesCount && reports.SelectMany(report => report.Cells).Any(cell => cell.Exercise is { State: not ExerciseState.Solved }))
        {
            return Failure;
        }

        return verdicts.Contains(CellVerdict.Skipped) && require == "all" ? Skipped : Success;
    }
}
