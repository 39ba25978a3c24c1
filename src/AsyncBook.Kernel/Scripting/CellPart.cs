namespace AsyncBook.Kernel.Scripting;

/// <summary>A piece of a cell, in the order in which the pieces run.</summary>
internal abstract record CellPart
{
    private CellPart()
    {
    }

    /// <summary>C# for the compiler.</summary>
    internal sealed record Code(string Text) : CellPart;

    /// <summary>A file to run as if it stood here.</summary>
    internal sealed record Import(string File, int Line) : CellPart;
}
