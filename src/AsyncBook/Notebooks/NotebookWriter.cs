using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AsyncBook.Notebooks;

/// <summary>
/// JSON exactly as Jupyter (<c>json.dumps(indent=1, ensure_ascii=False)</c>) and VS Code (<c>JSON.stringify</c>)
/// write it.
/// </summary>
internal static class NotebookWriter
{
    private static readonly JsonWriterOptions _options = new()
    {
        Encoder = new AsEditorsDo(),
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
        MaxDepth = NotebookJson.DeepestLevel,
    };

    public static string Write(JsonNode? node)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, _options))
        {
            // A number read from a file keeps its text here: 1.0 stays 1.0, 1e5 stays 1e5.
            if (node is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                node.WriteTo(writer);
            }
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    // The relaxed encoder of .NET escapes emoji, U+2028 and DEL too, and writes \u001B in capitals: every save here would undo a save there.
    private sealed unsafe class AsEditorsDo : JavaScriptEncoder
    {
        private const string Short = "\"\\\b\f\n\r\t";
        private const string Letters = "\"\\bfnrt";

        public override int MaxOutputCharactersPerInputCharacter => 6;

        public override bool WillEncode(int unicodeScalar) => unicodeScalar is < ' ' or '"' or '\\';

        public override int FindFirstCharacterToEncode(char* text, int textLength) =>
            new ReadOnlySpan<char>(text, textLength).IndexOfAny(_escaped);

        public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
        {
            var text = Short.IndexOf((char)unicodeScalar, StringComparison.Ordinal) is >= 0 and var index
                ? $"\\{Letters[index]}"
                : $"\\u{unicodeScalar:x4}";
            var fits = text.TryCopyTo(new Span<char>(buffer, bufferLength));
            numberOfCharactersWritten = fits ? text.Length : 0;
            return fits;
        }

        private static readonly SearchValues<char> _escaped =
            SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (char)code), '"', '\\']);
    }
}
