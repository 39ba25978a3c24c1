namespace AsyncBook.Publishing;

/// <param name="Body">The cells as HTML.</param>
/// <param name="Headings">In order; the contents show those of level 2 and 3.</param>
/// <param name="Entries">What the search finds on it.</param>
internal sealed record PageContent(
    string Body, IReadOnlyList<Heading> Headings, IReadOnlyList<SearchEntry> Entries);
