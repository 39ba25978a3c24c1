namespace AsyncBook.Publishing;

/// <param name="Kind">What is there.</param>
/// <param name="Href">The link as the page has it.</param>
internal sealed record LinkTarget(LinkKind Kind, string Href);
