using System.Text.Json;
using System.Text.Json.Nodes;
using AsyncBook.Language;

namespace AsyncBook.Notebooks;

/// <summary>What JSON must look like to be a notebook that can be read: nbformat 4 and well-formed cells.</summary>
internal static class NotebookShape
{
    public static JsonObject Check(string path, JsonNode? json)
    {
        if (json is not JsonObject root || Whole(root["nbformat"]) is not { } version)
        {
            throw new NotebookFormatException(path, NotebookWords.NoFormat);
        }

        CheckVersion(path, version);
        if (root["cells"] is not JsonArray cells)
        {
            throw new NotebookFormatException(path, NotebookWords.NoCells);
        }

        if (root["metadata"] is not (null or JsonObject))
        {
            throw new NotebookFormatException(path, NotebookWords.NoMetadata);
        }

        for (var index = 0; index < cells.Count; index++)
        {
            if (CellFault(cells[index]) is { } fault)
            {
                throw new NotebookFormatException(path, NotebookWords.CellAt(index + 1, fault));
            }
        }

        return root;
    }

    private static void CheckVersion(string path, int version)
    {
        if (version < 4)
        {
            throw new NotebookFormatException(
                path, NotebookWords.TooOld(version, path));
        }

        if (version > 4)
        {
            throw new NotebookFormatException(
                path, NotebookWords.TooNew(version));
        }
    }

    private static string? CellFault(JsonNode? node)
    {
        if (node is not JsonObject cell)
        {
            return NotebookWords.NoObject;
        }

        return cell["cell_type"].AsText() switch
        {
            null => NotebookWords.NoType,
            not ("code" or "markdown" or "raw") and var kind =>
                NotebookWords.StrangeType(kind),
            _ when MultilineText.Read(cell["source"]) is null => NotebookWords.NoSource,
            _ when cell["metadata"] is not (null or JsonObject) => NotebookWords.CellMetadata,
            _ when cell["id"] is { } id && id.AsText() is null => NotebookWords.IdNoText,
            _ => OutputsFault(cell["outputs"]),
        };
    }

    private static string? OutputsFault(JsonNode? node) =>
        node is null || (node is JsonArray outputs && outputs.All(output => output is JsonObject))
            ? null
            : NotebookWords.NoOutputs;

    private static int? Whole(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.Number && node.AsValue().TryGetValue<int>(out var number) ? number : null;
}
