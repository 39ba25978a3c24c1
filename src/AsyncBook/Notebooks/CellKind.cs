namespace AsyncBook.Notebooks;

internal enum CellKind
{
    Markdown,
    Code,
    Raw,
}
