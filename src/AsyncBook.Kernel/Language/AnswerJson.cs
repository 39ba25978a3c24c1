using System.Text.Json;
using AsyncBook.Kernel.Protocol;
using Microsoft.CodeAnalysis.Text;

namespace AsyncBook.Kernel.Language;

/// <summary>The answers as the events of .NET Interactive carry them.</summary>
internal static class AnswerJson
{
    public static void Write(Utf8JsonWriter json, Completions completions, SourceText text)
    {
        DiagnosticJson.WriteSpan(json, text.Lines.GetLinePositionSpan(completions.Replaced));
        json.WriteStartArray("completions");
        foreach (var item in completions.Items)
        {
            json.WriteStartObject();
            json.WriteString("displayText", item.DisplayText);
            json.WriteString("kind", item.Kind);
            json.WriteString("filterText", item.FilterText);
            json.WriteString("sortText", item.SortText);
            json.WriteString("insertText", item.InsertText);
            // The text as it stands: the real kernel gives methods as a snippet with its place for arguments, "Add($1)".
            json.WriteNull("insertTextFormat");
            json.WriteString("documentation", "");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, Signatures signatures)
    {
        json.WriteStartArray("signatures");
        foreach (var signature in signatures.All)
        {
            json.WriteStartObject();
            json.WriteString("label", signature.Label);
            WriteNoDocumentation(json);
            json.WriteStartArray("parameters");
            foreach (var parameter in signature.Parameters)
            {
                json.WriteStartObject();
                json.WriteString("label", parameter);
                WriteNoDocumentation(json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("activeSignatureIndex", signatures.Active);
        json.WriteNumber("activeParameterIndex", signatures.Parameter);
    }

    private static void WriteNoDocumentation(Utf8JsonWriter json)
    {
        json.WriteStartObject("documentation");
        json.WriteString("mimeType", "text/markdown");
        json.WriteString("value", "");
        json.WriteBoolean("suppressDisplay", false);
        json.WriteEndObject();
    }
}
