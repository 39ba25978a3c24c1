namespace AsyncBook.Running;

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
}
