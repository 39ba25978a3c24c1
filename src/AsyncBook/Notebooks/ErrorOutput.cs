namespace AsyncBook.Notebooks;

/// <param name="Name">The exception's type, or what kind of failure it was.</param>
/// <param name="Value">Its message.</param>
/// <param name="Traceback">Where it happened, a frame a line.</param>
internal sealed record ErrorOutput(string Name, string Value, IReadOnlyList<string> Traceback) : CellOutput;
