using AsyncBook.Language;
using AsyncBook.Notebooks;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AsyncBook.Exporting;

/// <summary>A cell that is no part of the program, and why.</summary>
internal sealed record LeftOut(NotebookCell Cell, string Why)
{
    /// <summary>Of what a kernel draws, a terminal has the words of these.</summary>
    private static readonly string[] _shown = ["image/svg+xml", "text/plain", "text/markdown"];

    // What only a kernel has, by the names it is called by.
    private static readonly string[] _kernels = ["display", "HTML", "Javascript", "KernelInvocationContext", "Kernel"];

    /// <summary>Why a cell cannot stand in a program, whatever its code; null where it can.</summary>
    public static string? WhyNot(NotebookCell cell) =>
        cell.Language != CellLanguage.CSharp ? ExportWords.OtherLanguage(cell.Language)
        : cell.Needs.Contains("dotnet-11") ? ExportWords.LaterRuntime
        : cell.Tags.Contains(CellTags.SkipExecution) ? ExportWords.NeverRun
        : cell.Tags.Contains(CellTags.RaisesException) ? ExportWords.EndsInAnException
        : null;

    /// <summary>Those that use what only a kernel has, and those that use what one of them declares.</summary>
    /// <param name="cells">All that could stand in the program, in order.</param>
    /// <param name="gone">The C# cells before and between them that cannot.</param>
    public static IReadOnlyDictionary<CellCode, string> Find(IReadOnlyList<CellCode> cells, IReadOnlySet<CellCode> gone)
    {
        var found = new Dictionary<CellCode, string>();
        var owners = new Dictionary<string, CellCode>(StringComparer.Ordinal);
        foreach (var cell in cells)
        {
            var why = gone.Contains(cell) ? null : KernelOnly(cell) is { } what ? ExportWords.KernelOnly(what)
                : cell.Names.Used.Order(StringComparer.Ordinal).FirstOrDefault(name => !Declares(cell, name) && owners.TryGetValue(name, out var owner) && (gone.Contains(owner) || found.ContainsKey(owner))) is { } used
                    ? ExportWords.UsesWhatIsLeftOut(used, owners[used].Id)
                    : null;
            if (why is not null)
            {
                found.Add(cell, why);
            }

            foreach (var name in cell.Names.Shared.Concat(cell.Names.Types))
            {
                owners[name] = cell;
            }
        }

        return found;
    }

    private static bool Declares(CellCode cell, string name) => cell.Names.Shared.Contains(name) || cell.Names.Types.Contains(name) || cell.Names.Inner.Contains(name);

    private static string? KernelOnly(CellCode cell) =>
        cell.Directives.FirstOrDefault(line => line.StartsWith("#!", StringComparison.Ordinal) && !line.StartsWith("#!import ", StringComparison.Ordinal))
        ?? cell.Nodes<IdentifierNameSyntax>().Where(name => DeclaredNames.IsOwnName(name.Identifier) && !Declares(cell, name.Identifier.ValueText)).Select(name => name.Identifier.ValueText).FirstOrDefault(_kernels.Contains)
        ?? cell.Nodes<InvocationExpressionSyntax>().Select(Kind).FirstOrDefault(kind => kind is not null && !_shown.Contains(kind));

    // As in svg.DisplayAs("image/svg+xml").
    private static string? Kind(InvocationExpressionSyntax call) =>
        call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "DisplayAs" }, ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax kind }] } ? kind.Token.ValueText : null;
}
