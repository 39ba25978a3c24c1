using AsyncBook.Kernel.Scripting;
using Microsoft.CodeAnalysis;

namespace AsyncBook.Kernel.Language;

/// <summary>What submitting a cell would say about it, without running any of it.</summary>
internal static class Diagnosis
{
    public static IReadOnlyList<Diagnostic> Of(Draft draft, CancellationToken cancellationToken)
    {
        if (draft.Faults.Count > 0)
        {
            return draft.Faults;
        }

        var found = new List<Diagnostic>();
        foreach (var part in draft.Parts)
        {
            found.AddRange(Of(part, draft.LacksPackages, cancellationToken));
            if (found.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            {
                break;
            }
        }

        return found;
    }

    private static IEnumerable<Diagnostic> Of(DraftPart part, bool syntaxOnly, CancellationToken cancellationToken)
    {
        if (part.Fault is { } fault)
        {
            return [fault];
        }

        var own = SubmissionAssembly.Diagnose(part.Submission!, syntaxOnly, cancellationToken);
        // An imported file has lines of its own: what is wrong there stands where the cell asks for it.
        return part.Import is { } place
            ? own.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => Dialect.Fault(diagnostic.Id, diagnostic.ToString(), place))
            : own;
    }
}
