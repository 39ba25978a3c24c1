using AsyncBook.Kernel.Protocol;
using Microsoft.CodeAnalysis;

namespace AsyncBook.Kernel.Scripting;

/// <summary>How a submission ended: one of a closed set, so that every caller handles every case.</summary>
internal abstract record Evaluation
{
    private Evaluation()
    {
    }

    /// <summary>It ran to its end; without a value where it gives none.</summary>
    internal sealed record Success(IReadOnlyList<FormattedText>? Value) : Evaluation
    {
        public static Success WithoutValue { get; } = new((IReadOnlyList<FormattedText>?)null);
    }

    /// <summary>It did not compile; nothing of it ran.</summary>
    internal sealed record Rejected(IReadOnlyList<Diagnostic> Diagnostics) : Evaluation
    {
        public string Message => string.Join('\n', [.. Diagnostics.Select(DiagnosticJson.Format), .. Dialect.HintFor(Diagnostics)]);
    }

    /// <summary>It threw, or something it asked the kernel for could not be had.</summary>
    internal sealed record Failure(string Message) : Evaluation;
}
