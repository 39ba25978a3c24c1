namespace AsyncBook.Kernel.Packages;

/// <summary>A package that cannot be had; the message names it and says what the feed said.</summary>
internal sealed class PackageException(string message) : Exception(message);
