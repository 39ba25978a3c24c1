using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Tags;

namespace AsyncBook.Kernel.Language;

/// <summary>Roslyn's own completion over the submissions.</summary>
internal sealed class Completer : ICompleter
{
    // The first that an item has is its kind, as in the real kernel.
    private static readonly string[] _kinds =
    [
        WellKnownTags.Class, WellKnownTags.Constant, WellKnownTags.Delegate, WellKnownTags.Enum, WellKnownTags.EnumMember, WellKnownTags.Event,
        WellKnownTags.ExtensionMethod, WellKnownTags.Field, WellKnownTags.Interface, WellKnownTags.Intrinsic, WellKnownTags.Keyword, WellKnownTags.Label,
        WellKnownTags.Local, WellKnownTags.Method, WellKnownTags.Module, WellKnownTags.Namespace, WellKnownTags.Operator, WellKnownTags.Parameter,
        WellKnownTags.Property, WellKnownTags.RangeVariable, WellKnownTags.Reference, WellKnownTags.Structure, WellKnownTags.TypeParameter, WellKnownTags.Snippet,
    ];

    private readonly SubmissionProjects _projects = new();

    public Completions Complete(IReadOnlyList<CSharpCompilation> submissions, int position, CancellationToken cancellationToken)
    {
        var document = _projects.Open(submissions, cancellationToken);
        var found = CompletionService.GetService(document)!.GetCompletionsAsync(document, position, cancellationToken: cancellationToken).GetAwaiter().GetResult();
        return new Completions(found.Span, [.. found.ItemsList.Select(ToCompletion)]);
    }

    private static Completion ToCompletion(CompletionItem item) => new(
        item.DisplayText + item.DisplayTextSuffix,
        item.Properties.GetValueOrDefault("InsertionText") ?? item.DisplayText,
        item.FilterText,
        item.SortText,
        Array.Find(_kinds, kind => item.Tags.Contains(kind)));
}
