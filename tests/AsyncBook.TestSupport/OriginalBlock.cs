namespace AsyncBook.TestSupport;

/// <summary>A heading, a paragraph (each of one line) or a program of the tutorial.</summary>
internal sealed record OriginalBlock(string Section, string Kind, string Id, IReadOnlyList<string> Lines);
