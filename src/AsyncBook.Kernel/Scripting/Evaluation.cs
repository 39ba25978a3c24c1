using AsyncBook.Kernel.Cells;
using AsyncBook.Kernel.Protocol;
using Microsoft.CodeAnalysis;

namespace AsyncBook.Kernel.Scripting;

/// <summary>How a submission ended: one of a closed set, so that every caller handles every case.</summary>
internal abstract record Evaluation
{
    private Evaluation()
    {
    }

    /// <summary>Says so to the client.</summary>
    public abstract void Publish(CellRun run);

    /// <summary>It ran to its end; without a value where it gives none.</summary>
    internal sealed record Success(IReadOnlyList<FormattedText>? Value) : Evaluation
    {
        public static Success WithoutValue { get; } = new((IReadOnlyList<FormattedText>?)null);

        public override void Publish(CellRun run)
        {
            if (Value is not null)
            {
                run.Events.Returned(run.Command, Value);
            }

            run.Events.Succeeded(run.Command);
        }
    }

    /// <summary>It did not compile; nothing of it ran.</summary>
    internal sealed record Rejected(IReadOnlyList<Diagnostic> Diagnostics) : Evaluation
    {
        public override void Publish(CellRun run)
        {
            run.Events.Diagnostics(run.Command, Diagnostics);
            run.Events.Failed(run.Command, string.Join('\n', [.. Diagnostics.Select(DiagnosticJson.Format), .. Dialect.HintFor(Diagnostics)]));
        }
    }

    /// <summary>It threw, or something it asked the kernel for could not be had.</summary>
    internal sealed record Failure(string Message) : Evaluation
    {
        public override void Publish(CellRun run) => run.Events.Failed(run.Command, Message);
    }
}
