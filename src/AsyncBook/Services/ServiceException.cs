namespace AsyncBook.Services;

/// <summary>A server that could not be started or stopped; the message says which, why, and where its log is.</summary>
internal sealed class ServiceException(string message, Exception? inner = null) : Exception(message, inner);
