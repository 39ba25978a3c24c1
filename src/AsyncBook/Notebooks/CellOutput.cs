using System.Text.Json.Nodes;

namespace AsyncBook.Notebooks;

/// <summary>
/// One stored output: <see cref="StreamOutput"/>, <see cref="DisplayOutput"/>, <see cref="ResultOutput"/>,
/// <see cref="ErrorOutput"/> or <see cref="UnknownOutput"/>, and nothing else.
/// </summary>
internal abstract record CellOutput
{
    private protected CellOutput()
    {
    }
}

/// <param name="Name">stdout or stderr.</param>
/// <param name="Text">What was written.</param>
internal sealed record StreamOutput(string Name, string Text) : CellOutput;

/// <param name="Data">What the cell displayed.</param>
internal sealed record DisplayOutput(MimeBundle Data) : CellOutput;

/// <param name="Data">The value of the cell's trailing expression.</param>
internal sealed record ResultOutput(MimeBundle Data) : CellOutput;

/// <param name="Name">The exception's type, or what kind of failure it was.</param>
/// <param name="Value">Its message.</param>
/// <param name="Traceback">Where it happened, a frame a line.</param>
internal sealed record ErrorOutput(string Name, string Value, IReadOnlyList<string> Traceback) : CellOutput;

/// <param name="Json">An output of a kind nbformat 4.5 does not know, kept as it stands in the file.</param>
internal sealed record UnknownOutput(JsonObject Json) : CellOutput;
