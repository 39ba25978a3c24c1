namespace AsyncBook.Outputs;

/// <summary>A stretch of a cell's output that is compared as one text.</summary>
/// <param name="Kind">stdout, stderr, error, or the MIME type of what was displayed.</param>
/// <param name="Text">Its text, not yet normalised.</param>
/// <param name="IsPicture">Whether it is a picture, or the text that stands for one.</param>
internal sealed record OutputSection(string Kind, string Text, bool IsPicture = false);
