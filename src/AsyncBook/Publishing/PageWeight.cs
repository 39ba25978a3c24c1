namespace AsyncBook.Publishing;

/// <param name="Page">The page's file.</param>
/// <param name="Bytes">It and everything it loads.</param>
internal sealed record PageWeight(string Page, long Bytes);
