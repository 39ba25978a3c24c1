namespace AsyncBook.Running;

internal enum CellVerdict
{
    Passed,
    Failed,

    /// <summary>Left out on purpose, for the reason that is given: what it needs cannot be had here.</summary>
    Skipped,

    /// <summary>Never reached, because the notebook was stopped before it.</summary>
    NotRun,
}
