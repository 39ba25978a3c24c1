namespace AsyncBook.Documents;

internal enum CellKind
{
    Markdown,
    Code,
    Raw,
}
