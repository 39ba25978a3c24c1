namespace AsyncBook.Servers;

/// <summary>A server that could not be started or stopped; the message says which, why, and where its log is.</summary>
internal sealed class ServerException(string message, Exception? inner = null) : Exception(message, inner);
