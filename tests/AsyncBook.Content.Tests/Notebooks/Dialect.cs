using System.Text.Json.Nodes;
using AsyncBook.Notebooks;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>Design.md's rules for a notebook's file and cells, as far as they can be seen without running it.</summary>
internal static class Dialect
{
    private static readonly Func<DialectCell, IEnumerable<string>>[] _codeRules =
        [DirectiveRules.Faults, CodeRules.Faults, OutputRules.Faults, CodeMetadataRules.Faults];

    private static readonly Func<DialectCell, IEnumerable<string>>[] _rules =
        [IdRules.Faults, OwnMetadataRules.Faults, FrontEndRules.Faults];

    public static IReadOnlyList<string> Faults(string path)
    {
        try
        {
            var notebook = Notebook.Load(path);
            var json = JsonNode.Parse(notebook.ToJson())!.AsObject();
            return [.. FileRules.Faults(notebook, json), .. Cells(notebook, json).SelectMany(Faults)];
        }
        catch (NotebookFormatException exception)
        {
            return [exception.Reason];
        }
    }

    private static IEnumerable<DialectCell> Cells(Notebook notebook, JsonObject json) => notebook.Cells.Zip(
        json["cells"]!.AsArray(), (cell, node) => new DialectCell(cell, node!.AsObject(), notebook));

    private static IEnumerable<string> Faults(DialectCell cell)
    {
        var rules = cell.View.Kind switch
        {
            CellKind.Code => _codeRules,
            CellKind.Markdown => [LinkRules.Faults, FoldRules.Faults],
            _ => [],
        };
        return _rules.Concat(rules).SelectMany(rule => rule(cell)).Select(fault => $"{cell.View.Id}: {fault}");
    }
}
