using System.Net;
using System.Text.RegularExpressions;

namespace AsyncBook.Outputs;

/// <summary>
/// A plain value such as 42 comes from .NET Interactive as HTML, with its style sheet, and from the built-in kernel as
/// text besides: both say the same.
/// </summary>
internal static partial class PlainValue
{
    /// <summary>The text in such a piece of HTML; null for any other.</summary>
    public static string? In(string html) =>
        Wrapped().Match(html) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups["text"].Value) : null;

    [GeneratedRegex("""^(<div class="dni-plaintext"><pre>(?<text>[^<]*)</pre></div>|<span>(?<text>[^<]*)</span>)(<style>.*</style>)?\s*$""", RegexOptions.Singleline)]
    private static partial Regex Wrapped();
}
