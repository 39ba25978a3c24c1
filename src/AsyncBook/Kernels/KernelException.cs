namespace AsyncBook.Kernels;

/// <summary>A kernel that did not start, or is gone; the message holds what it last said.</summary>
internal sealed class KernelException(string message, Exception? inner = null) : Exception(message, inner);
