using System.Text.Json.Nodes;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>What an editor notes down for itself, of its session and its machine, is nobody else's.</summary>
internal static class FrontEndRules
{
    private static readonly string[] _theirs = ["execution", "vscode"];

    public static IEnumerable<string> Faults(DialectCell cell)
    {
        foreach (var key in _theirs.Where(key => cell.Metadata?[key] is not null))
        {
            yield return $"metadata \"{key}\" is an editor's own: run --save removes it";
        }

        if (cell.Json["outputs"] is JsonArray outputs && outputs.Any(output => output?["execution_count"] is not null))
        {
            yield return "an output has an execution_count: run --save removes it";
        }
    }
}
