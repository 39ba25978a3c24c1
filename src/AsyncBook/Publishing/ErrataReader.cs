using AsyncBook.Language;
using AsyncBook.Notebooks;

namespace AsyncBook.Publishing;

/// <summary>Finds the 勘误 of a notebook: the line that says so, and the list or paragraph below it.</summary>
internal static class ErrataReader
{
    private const string Label = "**勘误**";

    /// <exception cref="NotebookFormatException">One is written in another form, and would be missed.</exception>
    public static IReadOnlyList<ErrataPassage> Find(Notebook notebook)
    {
        var passages = new List<ErrataPassage>();
        NotebookCell? quotation = null;
        string? heading = null;
        string? above = null;
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown))
        {
            (quotation, heading) = cell.Originals.Count > 0 ? (cell, OwnHeading(cell) ?? above) : (quotation, heading);
            if (cell.Source.Split('\n').Any(line => line.StartsWith(Label[..^2], StringComparison.Ordinal)))
            {
                passages.Add(Read(notebook, cell, quotation, heading));
            }

            above = HeadingAnchor.Headings(cell).Where(IsOfText).LastOrDefault(above);
        }

        return passages;
    }

    private static ErrataPassage Read(Notebook notebook, NotebookCell cell, NotebookCell? quotation, string? heading)
    {
        var paragraphs = cell.Source.Split("\n\n");
        var label = Array.IndexOf(paragraphs, Label);
        if (label < 0 || label == paragraphs.Length - 1)
        {
            throw new NotebookFormatException(notebook.Path, PageWords.ErrataForm(cell.Id, Label));
        }

        if (quotation is null)
        {
            throw new NotebookFormatException(notebook.Path, PageWords.NoOriginal(cell.Id));
        }

        // A list may have empty lines between its items.
        var list = paragraphs.Skip(label + 1).TakeWhile(IsList).DefaultIfEmpty(paragraphs[label + 1]);
        return new(cell.Id, heading, quotation.Originals, string.Join('\n', list));
    }

    // A heading further down belongs to what comes after the quotation.
    private static string? OwnHeading(NotebookCell cell) => cell.Source.StartsWith('#') ? HeadingAnchor.Headings(cell).FirstOrDefault() : null;

    // A prediction has a heading too, for itself alone.
    private static bool IsOfText(string heading) => !heading.StartsWith("先猜 ", StringComparison.Ordinal);

    private static bool IsList(string paragraph) => paragraph.StartsWith("- ", StringComparison.Ordinal);
}

/// <summary>What a notebook says is wrong in a piece of the tutorial.</summary>
/// <param name="Cell">The cell it stands in.</param>
/// <param name="Heading">The heading that the quotation of the tutorial stands under.</param>
/// <param name="Blocks">The blocks quoted there.</param>
/// <param name="Text">A list, or one paragraph, in Markdown.</param>
internal sealed record ErrataPassage(string Cell, string? Heading, IReadOnlyList<string> Blocks, string Text)
{
    public int Count { get; } = Math.Max(1, Text.Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal)));
}
