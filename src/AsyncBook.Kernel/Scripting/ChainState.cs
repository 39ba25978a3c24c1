using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AsyncBook.Kernel.Scripting;

/// <summary>The submissions up to some point: a value, so that questions about code can be answered while a cell runs.</summary>
/// <param name="Last">The one that the next is compiled onto.</param>
/// <param name="Written">All of them, as they were written.</param>
/// <param name="References">What the next one is compiled against.</param>
internal sealed record ChainState(CSharpCompilation? Last, ImmutableList<CSharpCompilation> Written, IReadOnlyList<MetadataReference> References)
{
    private IReadOnlyList<MetadataReference> Given { get; init; } = [];

    /// <summary>
    /// Those that no submission has been given: the others come down from the last one. Given once more, they would be there twice, then
    /// three times, and the hundredth cell would sort out ten thousand of them.
    /// </summary>
    public IEnumerable<MetadataReference> NewReferences => ReferenceEquals(References, Given) ? [] : References.Except(Given);

    public ChainState With(CSharpCompilation submission, CSharpCompilation written) => new(
        submission,
        Written.Add(written),
        // What the first submission's references led to is named outright from then on, so that nobody looks for it again.
        Last is null ? [.. References.Union(submission.SourceModule.ReferencedAssemblySymbols.Select(submission.GetMetadataReference).OfType<MetadataReference>())] : References)
    {
        Given = References,
    };
}
