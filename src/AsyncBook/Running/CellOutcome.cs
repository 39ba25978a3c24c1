namespace AsyncBook.Running;

/// <summary>How a cell's run ended: one of a closed set.</summary>
internal abstract record CellOutcome
{
    private CellOutcome()
    {
    }

    /// <summary>It ran to its end.</summary>
    internal sealed record Succeeded : CellOutcome;

    /// <summary>It did not compile, or threw.</summary>
    internal sealed record Failed(string Message) : CellOutcome;

    /// <summary>A package it asks for cannot be restored.</summary>
    internal sealed record PackageMissing(string Message) : CellOutcome;

    /// <summary>Its kernel had to be ended, or ended by itself; no other cell can run in it.</summary>
    internal sealed record KernelLost(string Message) : CellOutcome;
}
