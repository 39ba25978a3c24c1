using System.Text.Json;
using System.Text.Json.Nodes;

namespace AsyncBook.Notebooks;

/// <summary>What JSON must look like to be a notebook that can be read: nbformat 4 and well-formed cells.</summary>
internal static class NotebookShape
{
    public static JsonObject Check(string path, JsonNode? json)
    {
        if (json is not JsonObject root || Whole(root["nbformat"]) is not { } version)
        {
            throw new NotebookFormatException(path, "is JSON but not a notebook (it has no \"nbformat\")");
        }

        CheckVersion(path, version);
        if (root["cells"] is not JsonArray cells)
        {
            throw new NotebookFormatException(path, "is not a notebook: \"cells\" is not a list");
        }

        if (root["metadata"] is not (null or JsonObject))
        {
            throw new NotebookFormatException(path, "is not a notebook: \"metadata\" is not an object");
        }

        for (var index = 0; index < cells.Count; index++)
        {
            if (CellFault(cells[index]) is { } fault)
            {
                throw new NotebookFormatException(path, $"cell {index + 1}: {fault}");
            }
        }

        return root;
    }

    private static void CheckVersion(string path, int version)
    {
        if (version < 4)
        {
            throw new NotebookFormatException(
                path, $"is nbformat {version}, too old; upgrade with `jupyter nbconvert --to notebook \"{path}\"`");
        }

        if (version > 4)
        {
            throw new NotebookFormatException(
                path, $"is nbformat {version}; only nbformat 4 can be read, save it as that");
        }
    }

    private static string? CellFault(JsonNode? node)
    {
        if (node is not JsonObject cell)
        {
            return "is not an object";
        }

        return cell["cell_type"].AsText() switch
        {
            null => "\"cell_type\" is missing or not text",
            not ("code" or "markdown" or "raw") and var kind =>
                $"\"cell_type\" is \"{kind}\", not code, markdown or raw",
            _ when MultilineText.Read(cell["source"]) is null => "\"source\" is neither text nor a list of lines",
            _ when cell["metadata"] is not (null or JsonObject) => "\"metadata\" is not an object",
            _ when cell["id"] is { } id && id.AsText() is null => "\"id\" is not text",
            _ => OutputsFault(cell["outputs"]),
        };
    }

    private static string? OutputsFault(JsonNode? node) =>
        node is null || (node is JsonArray outputs && outputs.All(output => output is JsonObject))
            ? null
            : "\"outputs\" is not a list of objects";

    private static int? Whole(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.Number && node.AsValue().TryGetValue<int>(out var number) ? number : null;
}
