using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.CodeAnalysis;

namespace AsyncBook.Kernel.Protocol;

/// <summary>A value as the client shows it.</summary>
internal sealed record FormattedText(string MimeType, string Value);

/// <summary>The two text streams of a cell, named as the protocol's events name them.</summary>
internal enum StandardStream
{
    Output,
    Error,
}

/// <summary>Turns what happens in the kernel into the protocol's event lines, in the order in which it happens.</summary>
internal sealed class EventPublisher(ProtocolChannel channel)
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Ready() => Publish("KernelReady", null, json =>
    {
        json.WriteStartArray("kernelInfos");
        json.WriteStartObject();
        json.WriteString("localName", "csharp");
        json.WriteString("languageName", "C#");
        json.WriteString("languageVersion", "14.0");
        json.WriteString("displayName", "csharp - C# Script (AsyncBook)");
        json.WriteEndObject();
        json.WriteEndArray();
    });

    public void Received(KernelCommand command, bool isComplete)
    {
        Publish("CodeSubmissionReceived", command, json => json.WriteString("code", command.Code));
        Publish(isComplete ? "CompleteCodeSubmissionReceived" : "IncompleteCodeSubmissionReceived", command);
    }

    public void Diagnostics(KernelCommand command, IReadOnlyList<Diagnostic> diagnostics) =>
        Publish("DiagnosticsProduced", command, json =>
        {
            json.WriteStartArray("diagnostics");
            foreach (var diagnostic in diagnostics)
            {
                DiagnosticJson.Write(json, diagnostic);
            }

            json.WriteEndArray();
            WriteValues(json, "formattedDiagnostics", [.. diagnostics.Select(d => new FormattedText("text/plain", DiagnosticJson.Format(d)))]);
        });

    public void Text(KernelCommand? command, StandardStream stream, string text) =>
        Values($"Standard{stream}ValueProduced", command, [new FormattedText("text/plain", text)], null);

    public void Displayed(KernelCommand? command, IReadOnlyList<FormattedText> values, string valueId, bool updated) =>
        Values(updated ? "DisplayedValueUpdated" : "DisplayedValueProduced", command, values, valueId);

    public void Returned(KernelCommand command, IReadOnlyList<FormattedText> values) =>
        Values("ReturnValueProduced", command, values, null);

    public void Failed(KernelCommand command, string message) =>
        Publish("CommandFailed", command, json => json.WriteString("message", message));

    public void Succeeded(KernelCommand command) => Publish("CommandSucceeded", command);

    private void Values(string type, KernelCommand? command, IReadOnlyList<FormattedText> values, string? valueId) =>
        Publish(type, command, json =>
        {
            WriteValues(json, "formattedValues", values);
            json.WriteString("valueId", valueId);
        });

    private static void WriteValues(Utf8JsonWriter json, string name, IReadOnlyList<FormattedText> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStartObject();
            json.WriteString("mimeType", value.MimeType);
            json.WriteString("value", value.Value);
            json.WriteBoolean("suppressDisplay", false);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>One event.</summary>
    /// <param name="type">Its name in the protocol.</param>
    /// <param name="command">The command it belongs to.</param>
    /// <param name="body">Writes its own fields.</param>
    public void Publish(string type, KernelCommand? command, Action<Utf8JsonWriter>? body = null)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, _options))
        {
            json.WriteStartObject();
            json.WriteStartObject("event");
            body?.Invoke(json);
            json.WriteEndObject();
            json.WriteString("eventType", type);
            WriteCommand(json, command);
            json.WriteStartArray("routingSlip");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        channel.WriteLine(buffer.WrittenSpan);
    }

    private static void WriteCommand(Utf8JsonWriter json, KernelCommand? command)
    {
        if (command is null)
        {
            json.WriteNull("command");
            return;
        }

        json.WriteStartObject("command");
        json.WriteString("token", command.Token);
        json.WriteString("commandType", command.Type);
        json.WriteEndObject();
    }
}
