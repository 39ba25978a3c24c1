using System.Text.Json;
using System.Text.Json.Nodes;

namespace AsyncBook.Notebooks;

/// <summary>JSON that should be text, and may be anything that somebody wrote into a file.</summary>
internal static class JsonText
{
    /// <summary>The text; null for what is none, or is not there.</summary>
    public static string? AsText(this JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}
