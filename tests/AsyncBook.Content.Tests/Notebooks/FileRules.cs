using System.Text;
using System.Text.Json.Nodes;
using AsyncBook.Notebooks;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>nbformat 4.5 in canonical form, with the metadata both editors want.</summary>
internal static class FileRules
{
    private static readonly JsonObject _expected = SampleNotebook.Of()["metadata"]!.AsObject();

    public static IEnumerable<string> Faults(Notebook notebook, JsonObject json)
    {
        var canonical = NotebookWriter.Write(json) + "\n";
        if (!File.ReadAllBytes(notebook.Path).AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(canonical)))
        {
            yield return "the file is not as Jupyter writes it (1-space indent, LF, no mark, no \\u for text, newline at end)";
        }

        if ((int)json["nbformat"]! != 4 || json["nbformat_minor"]?.ToString() != "5")
        {
            yield return "the file is not nbformat 4.5";
        }

        if (FirstUnsorted(json, "notebook") is { } unsorted)
        {
            yield return $"keys are not in the order of the alphabet, in which editors save them: {unsorted}";
        }

        foreach (var key in _expected.Select(member => member.Key))
        {
            if (!JsonNode.DeepEquals(_expected[key], json["metadata"]?[key]))
            {
                yield return $"metadata \"{key}\" is not {_expected[key]!.ToJsonString()}";
            }
        }

        foreach (var fault in OwnMetadataRules.NotebookFaults(json["metadata"]?["asyncbook"] as JsonObject))
        {
            yield return fault;
        }
    }

    private static string? FirstUnsorted(JsonNode? node, string path) => node switch
    {
        JsonObject members when !members.Select(member => member.Key).Order(StringComparer.Ordinal)
            .SequenceEqual(members.Select(member => member.Key)) => path,
        JsonObject members => members
            .Select(member => FirstUnsorted(member.Value, $"{path}.{member.Key}")).FirstFound(),
        JsonArray items => items.Select((item, index) => FirstUnsorted(item, $"{path}[{index}]")).FirstFound(),
        _ => null,
    };

    private static string? FirstFound(this IEnumerable<string?> found) => found.FirstOrDefault(one => one is not null);
}
