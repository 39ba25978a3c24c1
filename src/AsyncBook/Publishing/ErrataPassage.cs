namespace AsyncBook.Publishing;

/// <summary>What a notebook says is wrong in a piece of the tutorial.</summary>
/// <param name="Cell">The cell it stands in.</param>
/// <param name="Heading">The last heading above the quotation of the tutorial.</param>
/// <param name="Blocks">The blocks quoted there.</param>
/// <param name="Text">A list, or one paragraph, in Markdown.</param>
internal sealed record ErrataPassage(string Cell, string? Heading, IReadOnlyList<string> Blocks, string Text)
{
    public int Count { get; } = Math.Max(1, Text.Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal)));
}
