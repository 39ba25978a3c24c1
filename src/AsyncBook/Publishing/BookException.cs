namespace AsyncBook.Publishing;

/// <summary>Why no book was written: one line per fault, each naming its file and, where there is one, its cell.</summary>
internal sealed class BookException(IReadOnlyList<string> faults, Exception? inner = null)
    : Exception(string.Join('\n', faults), inner)
{
    public BookException(string fault)
        : this([fault])
    {
    }

    public IReadOnlyList<string> Faults { get; } = faults;
}
