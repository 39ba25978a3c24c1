using System.Globalization;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AsyncBook.Kernel.Protocol;

/// <summary>A compiler message as the protocol's DiagnosticsProduced carries it.</summary>
internal static class DiagnosticJson
{
    public static string Format(Diagnostic diagnostic) => diagnostic.ToString();

    public static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan().Span;
        json.WriteStartObject();
        WriteSpan(json, span);
        json.WriteString("severity", diagnostic.Severity.ToString().ToLowerInvariant());
        json.WriteString("code", diagnostic.Id);
        json.WriteString("message", diagnostic.GetMessage(CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    public static void WriteSpan(Utf8JsonWriter json, LinePositionSpan span)
    {
        json.WriteStartObject("linePositionSpan");
        WritePosition(json, "start", span.Start);
        WritePosition(json, "end", span.End);
        json.WriteEndObject();
    }

    private static void WritePosition(Utf8JsonWriter json, string name, LinePosition position)
    {
        json.WriteStartObject(name);
        json.WriteNumber("line", position.Line);
        json.WriteNumber("character", position.Character);
        json.WriteEndObject();
    }
}
