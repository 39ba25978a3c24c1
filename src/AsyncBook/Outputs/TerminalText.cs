using System.Text.RegularExpressions;

namespace AsyncBook.Outputs;

/// <summary>Text of a notebook as a terminal may show it: it moves no cursor, changes no colour and no title, and hides nothing.</summary>
internal static partial class TerminalText
{
    /// <summary>Without escape sequences; what else would steer a terminal is shown as a sign.</summary>
    public static string Clean(string text) =>
        Steering().Replace(Sequence().Replace(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), ""), found => Sign(found.Value[0]));

    // Unicode has a picture for each control character below 32; the others get the sign for what cannot be shown.
    private static string Sign(char control) => control < 0x20 ? ((char)(0x2400 + control)).ToString() : control == 0x7f ? "␡" : "�";

    // CSI (colours, cursor), strings up to their end (titles, links, clipboard: OSC, DCS, SOS, PM, APC), and the two-character ones.
    [GeneratedRegex(@"(?:\x1b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\x1b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\x07\x1b\u009c]*(?:\x07|\x1b\\|\u009c)|\x1b[ -/]*[0-OQ-WYZ`-~]")]
    private static partial Regex Sequence();

    // C0 but tab and line feed, DEL, C1, and the marks that turn the direction of writing.
    [GeneratedRegex(@"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")]
    private static partial Regex Steering();
}
