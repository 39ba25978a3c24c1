namespace AsyncBook.Kernel.Scripting;

/// <summary>C# that came from a file, and what stack traces call it.</summary>
internal sealed record ImportedSource(string Name, string Code);
