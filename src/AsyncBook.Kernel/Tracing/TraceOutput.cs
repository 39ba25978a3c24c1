using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AsyncBook.Kernel.Protocol;

namespace AsyncBook.Kernel.Tracing;

/// <summary>A trace as an output of its cell: for a player, and as sentences for everybody else.</summary>
internal static class TraceOutput
{
    public const string Mime = "application/vnd.asyncbook.trace+json";

    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<FormattedText> Of(TraceRecorder trace) =>
        [new FormattedText(Mime, Json(trace)), new FormattedText("text/plain", TraceSentences.Of(trace))];

    // The members in the order of the alphabet, as a notebook keeps them.
    private static string Json(TraceRecorder trace)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, _options))
        {
            json.WriteStartObject();
            json.WriteString("failure", trace.Failure);
            json.WriteString("language", "csharp");
            json.WriteStartArray("steps");
            foreach (var step in trace.Steps)
            {
                Write(json, step);
            }

            json.WriteEndArray();
            json.WriteStartArray("tasks");
            foreach (var task in trace.Tasks)
            {
                json.WriteStartObject();
                json.WriteNumber("id", task.Id);
                json.WriteString("name", task.Name);
                Write(json, "parent", task.Parent?.Id);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteBoolean("truncated", trace.IsTruncated);
            json.WriteString("version", "14");
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    private static void Write(Utf8JsonWriter json, TraceStep step)
    {
        json.WriteStartObject();
        json.WriteString("kind", step.Kind);
        Write(json, "line", step.Line);
        Write(json, "on", step.On?.Id);
        json.WriteNumber("t", step.Time);
        Write(json, "task", step.Task?.Id);
        if (step.Text is not null)
        {
            json.WriteString("text", step.Text);
        }

        json.WriteNumber("thread", step.Thread);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
