using System.Text;
using System.Xml;

namespace AsyncBook.Running;

/// <summary>Text as XML can hold it: what it cannot is shown by a sign (␛ for an escape), not dropped.</summary>
internal static class TrxText
{
    private const int Longest = 100_000;

    public static string MakeSafe(string text)
    {
        var kept = text.Length <= Longest ? text : text[..Longest] + "\n… (cut off)";
        var safe = new StringBuilder(kept.Length);
        foreach (var rune in kept.EnumerateRunes())
        {
            safe.Append(IsAllowed(rune) ? rune.ToString() : Sign(rune));
        }

        return safe.ToString();
    }

    private static bool IsAllowed(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);

    private static string Sign(Rune rune) => ((char)(rune.Value < 0x20 ? 0x2400 + rune.Value : 0xFFFD)).ToString();
}
