using System.Text.Json.Nodes;

namespace AsyncBook.Notebooks;

/// <summary>Outputs as nbformat 4.5 keeps them, keys in the order of the alphabet as Jupyter saves them.</summary>
internal static class OutputJson
{
    public static CellOutput Read(JsonObject json)
    {
        CellOutput? output = json["output_type"].AsText() switch
        {
            "stream" when json["name"].AsText() is { } name && MultilineText.Read(json["text"]) is { } text =>
                new StreamOutput(name, text),
            "display_data" when json["data"] is JsonObject data => new DisplayOutput(MimeJson.Read(data)),
            "execute_result" when json["data"] is JsonObject data => new ResultOutput(MimeJson.Read(data)),
            "error" => Error(json),
            _ => null,
        };
        return output ?? new UnknownOutput(json.DeepClone().AsObject());
    }

    public static JsonObject Write(CellOutput output) => output switch
    {
        StreamOutput stream => new()
        {
            ["name"] = stream.Name,
            ["output_type"] = "stream",
            ["text"] = MultilineText.Write(stream.Text),
        },
        DisplayOutput display => new()
        {
            ["data"] = MimeJson.Write(display.Data),
            ["metadata"] = new JsonObject(),
            ["output_type"] = "display_data",
        },
        ResultOutput result => new()
        {
            ["data"] = MimeJson.Write(result.Data),
            ["execution_count"] = null,
            ["metadata"] = new JsonObject(),
            ["output_type"] = "execute_result",
        },
        ErrorOutput error => new()
        {
            ["ename"] = error.Name,
            ["evalue"] = error.Value,
            ["output_type"] = "error",
            ["traceback"] = new JsonArray([.. error.Traceback.Select(frame => (JsonNode)frame)]),
        },
        UnknownOutput unknown => unknown.Json.DeepClone().AsObject(),
        _ => throw new ArgumentOutOfRangeException(nameof(output)),
    };

    private static ErrorOutput? Error(JsonObject json) =>
        json["ename"].AsText() is { } name
        && json["evalue"].AsText() is { } value
        && json["traceback"] is JsonArray frames
        && frames.All(frame => frame.AsText() is not null)
            ? new ErrorOutput(name, value, [.. frames.Select(frame => frame.AsText()!)])
            : null;
}
