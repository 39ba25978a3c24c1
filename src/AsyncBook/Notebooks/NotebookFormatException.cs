namespace AsyncBook.Notebooks;

/// <summary>A file that is no notebook, in one line: which file, why and, where there is one, the way out.</summary>
internal sealed class NotebookFormatException(string path, string reason, Exception? inner = null)
    : Exception($"{path}: {reason.ReplaceLineEndings(" ")}", inner)
{
    public string Path { get; } = path;

    public string Reason { get; } = reason;
}
