using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AsyncBook.Kernel.Language;

/// <summary>What could stand at a place.</summary>
/// <param name="Replaced">What is there already: the beginning of a word, or nothing.</param>
/// <param name="Items">Everything that could stand there, whatever it begins with.</param>
internal sealed record Completions(TextSpan Replaced, IReadOnlyList<Completion> Items)
{
    public static Completions None { get; } = new(default, []);
}

/// <summary>A name or a word, in the fields of the protocol.</summary>
internal sealed record Completion(string DisplayText, string InsertText, string FilterText, string SortText, string? Kind);

/// <summary>Finds them; what it needs for that is loaded with the first question only.</summary>
internal interface ICompleter
{
    /// <param name="submissions">Those that have run, and as the last one that which is being written.</param>
    /// <param name="position">A place in the last one.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    Completions Complete(IReadOnlyList<CSharpCompilation> submissions, int position, CancellationToken cancellationToken);
}
