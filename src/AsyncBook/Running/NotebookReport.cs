namespace AsyncBook.Running;

/// <summary>What became of one notebook.</summary>
/// <param name="Notebook">Its file name.</param>
/// <param name="Cells">Its code cells, in order.</param>
/// <param name="Started">When its first cell was started.</param>
/// <param name="Duration">How long all of it took, the kernel's start included.</param>
internal sealed record NotebookReport(
    string Notebook,
    IReadOnlyList<CellReport> Cells,
    DateTimeOffset Started,
    TimeSpan Duration)
{
    /// <summary>What was printed when no cell was running to take it: a cell did not await all it had started.</summary>
    public string Stray { get; init; } = "";

    /// <summary>Why its outputs could not be stored, where they were to be; the file is as it was.</summary>
    public string? SaveFault { get; init; }

    /// <summary>The worst of its cells: what was not run in full has not passed, and what was not stored has failed.</summary>
    public CellVerdict Verdict =>
        SaveFault is not null || Has(CellVerdict.Failed) ? CellVerdict.Failed
        : Has(CellVerdict.NotRun) ? CellVerdict.NotRun
        : Has(CellVerdict.Skipped) ? CellVerdict.Skipped
        : CellVerdict.Passed;

    private bool Has(CellVerdict verdict) => Cells.Any(cell => cell.Verdict == verdict);
}

/// <summary>What became of one code cell.</summary>
/// <param name="Notebook">The notebook's file name.</param>
/// <param name="CellId">The cell's id.</param>
/// <param name="Title">What the cell is called.</param>
/// <param name="Verdict">How it ended.</param>
/// <param name="Duration">How long it ran.</param>
/// <param name="Reason">Why it failed, was skipped or did not run.</param>
/// <param name="Output">What it printed, as text.</param>
internal sealed record CellReport(
    string Notebook,
    string CellId,
    string Title,
    CellVerdict Verdict,
    TimeSpan Duration,
    string? Reason,
    string Output)
{
    /// <summary>What the author may have meant otherwise, whether or not the cell passed.</summary>
    public string? Hint { get; init; }

    /// <summary>What an exercise's check said: its cell has run all the same.</summary>
    public ExerciseVerdict? Exercise { get; init; }
}

internal enum CellVerdict
{
    Passed,
    Failed,

    /// <summary>Left out on purpose, for the reason that is given: what it needs cannot be had here.</summary>
    Skipped,

    /// <summary>Never reached, because the notebook was stopped before it.</summary>
    NotRun,
}
