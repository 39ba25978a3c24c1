namespace AsyncBook.Publishing;

/// <summary>What all pages of a book share while they are made.</summary>
internal sealed class SiteContext(string notebooks, IReadOnlyList<NotebookPage> pages)
{
    public IReadOnlyList<NotebookPage> Pages { get; } = pages;

    public SiteLinks Links { get; } = new(notebooks, pages);

    public Highlighter Highlighter { get; } = new();

    public List<string> Faults { get; } = [];

    public List<string> Warnings { get; } = [];
}
