namespace AsyncBook.Kernel.Tests;

/// <summary>A cell, and what every kernel must give for it.</summary>
/// <param name="Name">What the case is about.</param>
/// <param name="Code">The cell.</param>
/// <param name="Words">Its outputs, as <see cref="CellTrace.Words"/> has them.</param>
/// <param name="Failure">A part of the failure's message; null where the cell succeeds.</param>
/// <param name="Remark">What the compiler remarks on a cell that compiles: the code of a warning or a hint.</param>
/// <param name="Only">Whether the failure is one line, and ends as said.</param>
public sealed record ProtocolCase(string Name, string Code, string Words, string? Failure = null, string Remark = "", bool Only = false)
{
    public override string ToString() => Name;
}
