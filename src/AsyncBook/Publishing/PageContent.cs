namespace AsyncBook.Publishing;

/// <param name="Body">The cells as HTML.</param>
/// <param name="Headings">In order; the contents show those of level 2 and 3.</param>
/// <param name="Entries">What the search finds on it.</param>
internal sealed record PageContent(
    string Body, IReadOnlyList<Heading> Headings, IReadOnlyList<SearchEntry> Entries);

/// <param name="Level">1 to 6.</param>
/// <param name="Id">Its anchor.</param>
/// <param name="Text">What it says.</param>
internal sealed record Heading(int Level, string Id, string Text);

/// <param name="Anchor">Where on its page it is.</param>
/// <param name="Heading">The heading it stands under.</param>
/// <param name="Text">All its words.</param>
internal sealed record SearchEntry(string Anchor, string Heading, string Text);
