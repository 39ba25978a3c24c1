namespace AsyncBook.Kernel.Protocol;

/// <summary>The two text streams of a cell, named as the protocol's events name them.</summary>
internal enum StandardStream
{
    Output,
    Error,
}
