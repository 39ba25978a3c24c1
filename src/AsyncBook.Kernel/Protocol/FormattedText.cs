namespace AsyncBook.Kernel.Protocol;

/// <summary>A value as the client shows it.</summary>
internal sealed record FormattedText(string MimeType, string Value);
