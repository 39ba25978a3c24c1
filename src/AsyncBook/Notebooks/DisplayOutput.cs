namespace AsyncBook.Notebooks;

/// <param name="Data">What the cell displayed.</param>
internal sealed record DisplayOutput(MimeBundle Data) : CellOutput;
