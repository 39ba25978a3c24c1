namespace AsyncBook.Notebooks;

/// <param name="Data">The value of the cell's trailing expression.</param>
internal sealed record ResultOutput(MimeBundle Data) : CellOutput;
