using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AsyncBook.Notebooks;

/// <summary>
/// JSON exactly as Jupyter (<c>json.dumps(indent=1, ensure_ascii=False)</c>) and VS Code (<c>JSON.stringify</c>)
/// write it.
/// </summary>
// Utf8JsonWriter cannot: even its relaxed encoder escapes what lies outside the BMP (emoji), U+2028 and DEL,
// and it writes \u001B in capitals, so every save here would undo a save there.
internal sealed class NotebookWriter
{
    private readonly StringBuilder _text = new();

    private NotebookWriter()
    {
    }

    public static string Write(JsonNode? node)
    {
        var writer = new NotebookWriter();
        writer.Value(node, depth: 0);
        return writer._text.ToString();
    }

    private void Value(JsonNode? node, int depth)
    {
        switch (node)
        {
            case JsonObject members:
                Block('{', '}', members, depth, member =>
                {
                    Quoted(member.Key);
                    _text.Append(": ");
                    Value(member.Value, depth + 1);
                });
                break;
            case JsonArray items:
                Block('[', ']', items, depth, item => Value(item, depth + 1));
                break;
            case { } value when value.GetValueKind() == JsonValueKind.String:
                Quoted(value.GetValue<string>());
                break;
            default:
                // A number read from a file keeps its text here: 1.0 stays 1.0, 1e5 stays 1e5.
                _text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private void Block<T>(char open, char close, ICollection<T> items, int depth, Action<T> write)
    {
        _text.Append(open);
        var separator = "\n";
        foreach (var item in items)
        {
            _text.Append(separator).Append(' ', depth + 1);
            write(item);
            separator = ",\n";
        }

        if (items.Count > 0)
        {
            _text.Append('\n').Append(' ', depth);
        }

        _text.Append(close);
    }

    private void Quoted(string text)
    {
        _text.Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => _text.Append("\\\""),
                '\\' => _text.Append(@"\\"),
                '\b' => _text.Append(@"\b"),
                '\f' => _text.Append(@"\f"),
                '\n' => _text.Append(@"\n"),
                '\r' => _text.Append(@"\r"),
                '\t' => _text.Append(@"\t"),
                < ' ' => _text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => _text.Append(character),
            };
        }

        _text.Append('"');
    }
}
