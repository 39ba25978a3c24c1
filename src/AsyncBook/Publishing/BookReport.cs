namespace AsyncBook.Publishing;

/// <param name="Index">The page to open first.</param>
/// <param name="Pages">How many notebooks became pages.</param>
/// <param name="LargestPage">The heaviest page and what it weighs with all it loads, in bytes.</param>
/// <param name="SearchIndex">What the search index weighs, in bytes; it is loaded when someone searches.</param>
/// <param name="Warnings">What a reader will miss, and why.</param>
internal sealed record BookReport(
    string Index, int Pages, PageWeight LargestPage, int SearchIndex, IReadOnlyList<string> Warnings);
