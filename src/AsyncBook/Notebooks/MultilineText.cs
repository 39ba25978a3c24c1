using System.Text.Json.Nodes;

namespace AsyncBook.Notebooks;

/// <summary>Text as nbformat keeps it: one string, or a list of lines that keep their "\n".</summary>
internal static class MultilineText
{
    public static string? Read(JsonNode? node) => node is JsonArray lines ? Join(lines) : node.AsText();

    public static JsonArray Write(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var newline = text.IndexOf('\n', start);
            var end = newline < 0 ? text.Length : newline + 1;
            lines.Add((JsonNode)text[start..end]);
            start = end;
        }

        return lines;
    }

    private static string? Join(JsonArray lines) =>
        lines.All(line => line.AsText() is not null) ? string.Concat(lines.Select(line => line.AsText())) : null;
}
