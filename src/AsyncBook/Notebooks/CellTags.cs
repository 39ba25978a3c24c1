namespace AsyncBook.Notebooks;

/// <summary>The tags that Jupyter's own runner, nbclient, goes by.</summary>
internal static class CellTags
{
    /// <summary>The cell may fail: its error is one of its outputs, and the next cells run. It need not.</summary>
    public const string RaisesException = "raises-exception";

    /// <summary>The cell is not run, and keeps the outputs it has.</summary>
    public const string SkipExecution = "skip-execution";
}
