namespace AsyncBook.Notebooks;

/// <summary>A notebook that could not be saved: one line, and the file is as it was.</summary>
internal sealed class NotebookSaveException(string path, string reason, Exception? inner = null)
    : IOException($"{path}: {reason.ReplaceLineEndings(" ")}", inner);
