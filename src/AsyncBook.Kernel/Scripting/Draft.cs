using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AsyncBook.Kernel.Scripting;

/// <summary>A cell as far as it is written.</summary>
/// <param name="Parts">What the session would run, in order.</param>
/// <param name="LacksPackages">Whether packages that it names are not there yet: nothing can be said of their types.</param>
internal sealed record Draft(IReadOnlyList<DraftPart> Parts, bool LacksPackages)
{
    /// <summary>Directives that are not followed: nothing of the cell would run.</summary>
    public IReadOnlyList<Diagnostic> Faults { get; init; } = [];

    /// <summary>What could be written behind all that is there.</summary>
    public required DraftPart Rest { get; init; }

    /// <summary>The part in which a place of the cell lies.</summary>
    public DraftPart At(int position) =>
        Parts.FirstOrDefault(part => part.Import is null && part.Submission is { } submission && submission.SyntaxTrees[^1].Length >= position) ?? Rest;
}

/// <summary>A piece of a draft: something to compile, or why there is nothing.</summary>
internal sealed record DraftPart(Diagnostic? Fault, CSharpCompilation? Submission)
{
    public ImmutableList<CSharpCompilation> Before { get; init; } = [];

    /// <summary>The directive that brings it in; null for the cell's own code.</summary>
    public Location? Import { get; init; }
}
