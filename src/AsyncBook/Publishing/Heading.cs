namespace AsyncBook.Publishing;

/// <param name="Level">1 to 6.</param>
/// <param name="Id">Its anchor.</param>
/// <param name="Text">What it says.</param>
internal sealed record Heading(int Level, string Id, string Text);
