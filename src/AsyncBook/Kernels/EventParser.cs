using System.Text.Json;
using AsyncBook.Language;
using AsyncBook.Notebooks;

namespace AsyncBook.Kernels;

/// <summary>Reads a kernel's output, line by line. Whatever is no event is kept as stray text; no event is ever lost in it.</summary>
internal static class EventParser
{
    private const string Opening = "{\"event\":";

    public static IEnumerable<KernelEvent> Parse(string line)
    {
        // A print without a newline after its cell's end stands in front of the next event, on the same line.
        for (var start = line.IndexOf(Opening, StringComparison.Ordinal); start >= 0; start = line.IndexOf(Opening, start + 1, StringComparison.Ordinal))
        {
            if (TryRead(line[start..]) is { } found)
            {
                return start == 0 ? [found] : [new KernelEvent.Stray(line[..start]), found];
            }
        }

        return [new KernelEvent.Stray(line + "\n")];
    }

    private static KernelEvent? TryRead(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static KernelEvent Read(JsonElement envelope)
    {
        var body = envelope.GetProperty("event");
        var token = Token(envelope);
        return envelope.GetProperty("eventType").GetString() switch
        {
            "KernelReady" => new KernelEvent.Ready(),
            "StandardOutputValueProduced" => new KernelEvent.Text(token, false, PlainText(body)),
            "StandardErrorValueProduced" => new KernelEvent.Text(token, true, PlainText(body)),
            "DisplayedValueProduced" => new KernelEvent.Displayed(token, Text(body, "valueId"), Bundle(body), false),
            "DisplayedValueUpdated" => new KernelEvent.Displayed(token, Text(body, "valueId"), Bundle(body), true),
            "ReturnValueProduced" => new KernelEvent.Returned(token, Bundle(body)),
            "DiagnosticsProduced" => new KernelEvent.Diagnosed(token, Messages(body)) { Marks = AnswerParser.Marks(body) },
            "CompletionsProduced" => new KernelEvent.Completed(token, AnswerParser.Completions(body)),
            "SignatureHelpProduced" => new KernelEvent.Signed(token, AnswerParser.Signatures(body)),
            "CommandSucceeded" => new KernelEvent.Ended(token, null),
            "CommandFailed" => new KernelEvent.Ended(token, Text(body, "message") ?? KernelWords.NoReason),
            { } other => new KernelEvent.Other(token, other),
            null => throw new JsonException(KernelWords.NoEventType),
        };
    }

    private static string? Token(JsonElement envelope) =>
        envelope.TryGetProperty("command", out var command) && command.ValueKind == JsonValueKind.Object ? Text(command, "token") : null;

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string PlainText(JsonElement body) => Bundle(body).Formats is [var first, ..] ? first.Value : "";

    private static MimeBundle Bundle(JsonElement body) => new(body.GetProperty("formattedValues").EnumerateArray()
        .Select(value => KeyValuePair.Create(Text(value, "mimeType") ?? "text/plain", Text(value, "value") ?? "")));

    private static List<string> Messages(JsonElement body) =>
        [.. body.GetProperty("formattedDiagnostics").EnumerateArray().Select(value => Text(value, "value") ?? "")];
}
