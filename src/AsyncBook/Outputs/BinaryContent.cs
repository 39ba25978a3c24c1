using System.Security.Cryptography;
using System.Text;

namespace AsyncBook.Outputs;

/// <summary>Pictures, sounds and papers in Base64: they are the same, or they are not.</summary>
internal static class BinaryContent
{
    private static readonly string[] _kinds = ["image/", "audio/", "video/", "application/pdf"];

    public static bool Is(string mime) =>
        mime != OutputSections.Svg && _kinds.Any(kind => mime.StartsWith(kind, StringComparison.OrdinalIgnoreCase));

    /// <summary>A line that is another one for other content.</summary>
    public static string Describe(string base64)
    {
        // Front ends break the text into lines, each in its own way.
        var content = string.Concat(base64.Where(character => !char.IsWhiteSpace(character)));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 8);
        return $"(fingerprint {Letters(hash)})";
    }

    // No digit: what may vary between runs, and is set aside, is told by its digits.
    private static string Letters(ReadOnlySpan<byte> hash)
    {
        var letters = new StringBuilder();
        foreach (var part in hash)
        {
            letters.Append((char)('a' + (part >> 4))).Append((char)('a' + (part & 15)));
        }

        return letters.ToString();
    }
}
