namespace AsyncBook.Kernel.Scripting;

/// <summary>An <c>#!import</c> that cannot be carried out; the message names the file.</summary>
internal sealed class ImportException(string message) : Exception(message);
