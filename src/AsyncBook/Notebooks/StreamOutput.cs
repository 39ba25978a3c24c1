namespace AsyncBook.Notebooks;

/// <param name="Name">stdout or stderr.</param>
/// <param name="Text">What was written.</param>
internal sealed record StreamOutput(string Name, string Text) : CellOutput;
