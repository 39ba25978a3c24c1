using System.Text.Json.Nodes;

namespace AsyncBook.Notebooks;

/// <param name="Json">An output of a kind nbformat 4.5 does not know, kept as it stands in the file.</param>
internal sealed record UnknownOutput(JsonObject Json) : CellOutput;
