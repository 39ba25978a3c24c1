using System.Text.Json;
using System.Text.RegularExpressions;

namespace AsyncBook.Kernels;

/// <summary>Reads what a kernel says about code that is being written.</summary>
internal static partial class AnswerParser
{
    public static CodeCompletions Completions(JsonElement body) => new(
        [.. body.GetProperty("completions").EnumerateArray().Select(Completion)],
        Span(body));

    public static CodeSignatures Signatures(JsonElement body) => new(
        [.. body.GetProperty("signatures").EnumerateArray().Select(signature => new CodeSignature(
            Text(signature, "label") ?? "",
            [.. signature.GetProperty("parameters").EnumerateArray().Select(parameter => Text(parameter, "label") ?? "")]))],
        Number(body, "activeSignatureIndex"),
        Number(body, "activeParameterIndex"));

    public static IReadOnlyList<CodeMark> Marks(JsonElement body) => body.TryGetProperty("diagnostics", out var all) && all.ValueKind == JsonValueKind.Array
        ? [.. all.EnumerateArray().Select(mark => new CodeMark(Span(mark) ?? default, Text(mark, "severity") ?? "error", Text(mark, "code") ?? "", Text(mark, "message") ?? ""))]
        : [];

    private static CodeCompletion Completion(JsonElement item)
    {
        var label = Text(item, "displayText") ?? "";
        var insert = Text(item, "insertText") ?? label;
        // The real kernel gives methods with a place for their arguments: Add($1), AddRange<$1>($2).
        return new CodeCompletion(label, Text(item, "insertTextFormat") == "snippet" ? Placeholders().Replace(insert, "") : insert, Text(item, "kind"));
    }

    private static CodeSpan? Span(JsonElement parent) =>
        parent.TryGetProperty("linePositionSpan", out var span) && span.ValueKind == JsonValueKind.Object
        && span.TryGetProperty("start", out var start) && span.TryGetProperty("end", out var end)
            ? new CodeSpan(Number(start, "line"), Number(start, "character"), Number(end, "line"), Number(end, "character"))
            : null;

    private static int Number(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : 0;

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex(@"(<\$\d>)?(\(\$\d\))?$")]
    private static partial Regex Placeholders();
}
