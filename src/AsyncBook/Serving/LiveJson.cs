using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AsyncBook.Serving;

/// <summary>Messages as JSON.</summary>
internal static class LiveJson
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        AllowOutOfOrderMetadataProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
    };

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, _options);

    /// <exception cref="JsonException">It is no message.</exception>
    public static PageMessage Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<PageMessage>(json, _options) ?? throw new JsonException("null");
        }
        catch (NotSupportedException e)
        {
            // No "type", or one that is none of ours.
            throw new JsonException(e.Message, e);
        }
    }
}
