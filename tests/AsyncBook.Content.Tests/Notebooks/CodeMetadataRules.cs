using System.Text.Json.Nodes;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>Without its language in both places, a cell is not C# to every editor, nor to <c>#!import</c>.</summary>
internal static class CodeMetadataRules
{
    private static readonly JsonObject _expected = SampleNotebook.Code("any", "")["metadata"]!.AsObject();

    public static IEnumerable<string> Faults(DialectCell cell)
    {
        foreach (var key in _expected.Select(member => member.Key))
        {
            if (!JsonNode.DeepEquals(_expected[key], cell.Metadata?[key]))
            {
                yield return $"metadata \"{key}\" is not {_expected[key]!.ToJsonString()}";
            }
        }

        if (cell.Json["execution_count"] is not null)
        {
            yield return "execution_count is not null: it would change with every run";
        }
    }
}
