using System.Net;
using System.Text.RegularExpressions;
using AsyncBook.Notebooks;

namespace AsyncBook.Outputs;

/// <summary>Outputs as a terminal shows them: pictures by their text twin.</summary>
internal static partial class OutputText
{
    /// <summary>All but the steps: they are no output of the cell itself.</summary>
    public static string Render(IEnumerable<CellOutput> outputs) => string.Concat(outputs.Where(output => !StoredTrace.Is(output)).Select(Render));

    public static string Render(MimeBundle data)
    {
        var text = data["text/plain"]
            ?? (data["image/svg+xml"] is { } svg && (PictureText.LanesOf(svg) ?? PictureText.TwinOf(svg)) is { Length: > 0 } twin ? twin : null)
            ?? (data["text/html"] is { } html ? TextOf(html) : null)
            ?? $"({string.Join(", ", data.Formats.Select(format => format.Key))})";
        return text.EndsWith('\n') ? text : text + "\n";
    }

    private static string Render(CellOutput output) => output switch
    {
        StreamOutput stream => stream.Text,
        DisplayOutput display => Render(display.Data),
        ResultOutput result => Render(result.Data),
        ErrorOutput error => $"{error.Name}: {error.Value}\n",
        _ => "",
    };

    private static string TextOf(string html) => WebUtility.HtmlDecode(Markup().Replace(html, ""));

    [GeneratedRegex("<style>.*?</style>|<[^>]+>", RegexOptions.Singleline)]
    private static partial Regex Markup();
}
