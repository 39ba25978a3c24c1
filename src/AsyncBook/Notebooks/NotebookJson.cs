using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AsyncBook.Language;

namespace AsyncBook.Notebooks;

/// <summary>A notebook's bytes as JSON, with what is wrong said as an editor would.</summary>
internal static partial class NotebookJson
{
    public const int DeepestLevel = 200;

    public static JsonNode? Parse(string path, byte[] bytes)
    {
        var text = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsMemory(3) : bytes;
        CheckTokens(path, text.Span);
        try
        {
            var options = new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = DeepestLevel };
            return JsonNode.Parse(text.Span, documentOptions: options);
        }
        catch (JsonException exception)
        {
            throw new NotebookFormatException(path, NotebookWords.NoNotebook(Explain(exception)), exception);
        }
    }

    private static void CheckTokens(string path, ReadOnlySpan<byte> text)
    {
        // Not told that the text ends here, the reader asks for more instead of failing where a file was cut off.
        var state = new JsonReaderState(new JsonReaderOptions { MaxDepth = DeepestLevel });
        var reader = new Utf8JsonReader(text, isFinalBlock: false, state);
        try
        {
            while (reader.Read())
            {
                CheckSurrogates(ref reader);
            }
        }
        catch (JsonException exception)
        {
            var offset = Offset(text, exception);
            throw new NotebookFormatException(path, Malformed(text, offset, exception), exception);
        }
        catch (InvalidOperationException exception)
        {
            var position = TextPosition.At(text, (int)reader.TokenStartIndex);
            throw new NotebookFormatException(
                path, NotebookWords.HalfSurrogate(position.ToString()), exception);
        }

        if (reader.CurrentDepth > 0)
        {
            throw new NotebookFormatException(
                path, NotebookWords.CutOff(TextPosition.At(text, text.Length).ToString()));
        }
    }

    private static void CheckSurrogates(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped && reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
        {
            _ = reader.GetString();
        }
    }

    private static int Offset(ReadOnlySpan<byte> text, JsonException exception)
    {
        var start = 0;
        for (var line = 0L; line < exception.LineNumber; line++)
        {
            start += text[start..].IndexOf((byte)'\n') + 1;
        }

        return start + (int)(exception.BytePositionInLine ?? 0);
    }

    private static string Malformed(ReadOnlySpan<byte> text, int offset, JsonException exception)
    {
        var position = TextPosition.At(text, offset);
        var lineStart = text[..Math.Min(offset, text.Length)].LastIndexOf((byte)'\n') + 1;
        var line = text[lineStart..];
        return line.StartsWith("<<<<<<<"u8) || line.StartsWith("======="u8) || line.StartsWith(">>>>>>>"u8)
            ? NotebookWords.MergeConflict(position.ToString())
            : NotebookWords.NoJson(position.ToString(), Explain(exception));
    }

    private static string Explain(JsonException exception) => PositionInBytes().Replace(exception.Message, "");

    [GeneratedRegex(@"( Path: .*?\|)? LineNumber: \d+ \| BytePositionInLine: \d+\.$")]
    private static partial Regex PositionInBytes();
}

/// <summary>Where in a text, as an editor counts: from 1, in characters.</summary>
internal readonly record struct TextPosition(int Line, int Column)
{
    public static TextPosition At(ReadOnlySpan<byte> text, int offset)
    {
        var before = text[..Math.Min(offset, text.Length)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    public static TextPosition OfInvalidUtf8(ReadOnlySpan<byte> text)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(text[offset..], out _, out var length) == OperationStatus.Done)
        {
            offset += length;
        }

        return At(text, offset);
    }

    public override string ToString() => NotebookWords.Position(Line, Column);
}
