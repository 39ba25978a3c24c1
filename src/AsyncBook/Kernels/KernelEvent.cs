using AsyncBook.Notebooks;

namespace AsyncBook.Kernels;

/// <summary>What a kernel reports, as far as the runner needs it.</summary>
/// <param name="Token">The command it belongs to; null for what belongs to none.</param>
internal abstract record KernelEvent(string? Token)
{
    /// <summary>Text a cell wrote to standard output or standard error.</summary>
    internal sealed record Text(string? Token, bool IsError, string Value) : KernelEvent(Token);

    /// <summary>A value a cell displays, or displays anew in the place of an earlier one.</summary>
    internal sealed record Displayed(string? Token, string? ValueId, MimeBundle Data, bool IsUpdate) : KernelEvent(Token);

    /// <summary>The value of a cell's last expression.</summary>
    internal sealed record Returned(string? Token, MimeBundle Data) : KernelEvent(Token);

    /// <summary>What the compiler said about a cell, a line each; errors and warnings.</summary>
    internal sealed record Diagnosed(string? Token, IReadOnlyList<string> Messages) : KernelEvent(Token)
    {
        /// <summary>The same with their places.</summary>
        public IReadOnlyList<CodeMark> Marks { get; init; } = [];
    }

    /// <summary>What could stand at the place that was asked about.</summary>
    internal sealed record Completed(string? Token, CodeCompletions Completions) : KernelEvent(Token);

    /// <summary>How that can be called which the place asked about belongs to.</summary>
    internal sealed record Signed(string? Token, CodeSignatures Signatures) : KernelEvent(Token);

    /// <summary>The end of a command: why it failed, or null where it succeeded.</summary>
    internal sealed record Ended(string? Token, string? Failure) : KernelEvent(Token);

    /// <summary>The kernel is ready for commands.</summary>
    internal sealed record Ready() : KernelEvent((string?)null);

    /// <summary>Text of no running cell: printed after its cell had ended, or past the protocol.</summary>
    internal sealed record Stray(string Value) : KernelEvent((string?)null);

    /// <summary>An event the runner has no use for.</summary>
    internal sealed record Other(string? Token, string Type) : KernelEvent(Token);
}
