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

    /// <summary>The worst of its cells: what was not run in full has not passed.</summary>
    public CellVerdict Verdict =>
        Has(CellVerdict.Failed) ? CellVerdict.Failed
        : Has(CellVerdict.NotRun) ? CellVerdict.NotRun
        : Has(CellVerdict.Skipped) ? CellVerdict.Skipped
        : CellVerdict.Passed;

    private bool Has(CellVerdict verdict) => Cells.Any(cell => cell.Verdict == verdict);
}
