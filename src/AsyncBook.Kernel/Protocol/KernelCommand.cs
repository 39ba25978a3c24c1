namespace AsyncBook.Kernel.Protocol;

/// <summary>One line the client sent: what to do, and the token its events carry back.</summary>
/// <param name="Type">The command's name, such as <c>SubmitCode</c>.</param>
/// <param name="Token">The client's name for this command.</param>
/// <param name="Code">The code to run; empty for commands without code.</param>
/// <param name="File">What stack traces call the code, such as <c>1.3-await.ipynb#port-1.3-1</c>.</param>
internal sealed record KernelCommand(string Type, string Token, string Code, string? File);
