using System.Text.Json;
using System.Text.Json.Nodes;

namespace AsyncBook.Notebooks;

/// <summary>One value in several formats, in the order given. A JSON format's text is the JSON itself.</summary>
internal sealed class MimeBundle(IEnumerable<KeyValuePair<string, string>> formats)
{
    public IReadOnlyList<KeyValuePair<string, string>> Formats { get; } =
        [.. formats.DistinctBy(format => format.Key, StringComparer.Ordinal)];

    public string? this[string mime] =>
        Formats.Where(format => format.Key == mime).Select(format => format.Value).FirstOrDefault();

    public static MimeBundle Single(string mime, string text) => new([KeyValuePair.Create(mime, text)]);
}

/// <summary>A <see cref="MimeBundle"/> in a file: text as a list of lines, JSON formats as the JSON itself.</summary>
internal static class MimeJson
{
    public static MimeBundle Read(JsonObject data) => new(data.Select(format => KeyValuePair.Create(
        format.Key,
        (IsJson(format.Key) ? null : MultilineText.Read(format.Value)) ?? NotebookWriter.Write(format.Value))));

    public static JsonObject Write(MimeBundle bundle) => new(bundle.Formats
        .OrderBy(format => format.Key, StringComparer.Ordinal)
        .Select(format => KeyValuePair.Create(format.Key, Content(format.Key, format.Value))));

    private static bool IsJson(string mime) =>
        mime == "application/json" || mime.EndsWith("+json", StringComparison.Ordinal);

    private static JsonNode? Content(string mime, string text)
    {
        try
        {
            return IsJson(mime) ? JsonNode.Parse(text) : MultilineText.Write(text);
        }
        catch (JsonException)
        {
            return MultilineText.Write(text);
        }
    }
}
