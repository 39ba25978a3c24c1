using Microsoft.CodeAnalysis;

namespace AsyncBook.Kernel.Scripting;

/// <summary>How a submission ended: one of a closed set, so that every caller handles every case.</summary>
internal abstract record Evaluation
{
    private Evaluation()
    {
    }

    /// <summary>It ran to its end.</summary>
    internal sealed record Success(bool HasValue, object? Value, IReadOnlyList<Diagnostic> Warnings) : Evaluation;

    /// <summary>It did not compile; nothing of it ran.</summary>
    internal sealed record Rejected(IReadOnlyList<Diagnostic> Diagnostics) : Evaluation;

    /// <summary>It threw, or something it asked the kernel for could not be had.</summary>
    internal sealed record Failure(string Message) : Evaluation;
}
