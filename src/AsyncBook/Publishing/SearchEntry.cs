namespace AsyncBook.Publishing;

/// <param name="Anchor">Where on its page it is.</param>
/// <param name="Heading">The heading it stands under.</param>
/// <param name="Text">All its words.</param>
internal sealed record SearchEntry(string Anchor, string Heading, string Text);
