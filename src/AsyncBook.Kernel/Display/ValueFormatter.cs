using System.Collections;
using System.Net;
using AsyncBook.Kernel.Protocol;

namespace AsyncBook.Kernel.Display;

/// <summary>How a value looks: as text for a terminal, as HTML where the client shows pages.</summary>
internal static class ValueFormatter
{
    private const int ItemsShown = 20;

    public static IReadOnlyList<FormattedText> Format(object? value, params IReadOnlyList<string> mimeTypes)
    {
        var text = Describe(value);
        if (mimeTypes.Count > 0)
        {
            return [.. mimeTypes.Select(mime => new FormattedText(mime, mime == "text/html" ? Html(text) : text))];
        }

        return value is string
            ? [new FormattedText("text/plain", text)]
            : [new FormattedText("text/html", Html(text)), new FormattedText("text/plain", text)];
    }

    private static string Html(string text) =>
        $"""<div class="dni-plaintext"><pre>{WebUtility.HtmlEncode(text)}</pre></div>""";

    private static string Describe(object? value) => value switch
    {
        null => "<null>",
        string text => text,
        IEnumerable items => Describe(items),
        _ => value.ToString() ?? "",
    };

    private static string Describe(IEnumerable items)
    {
        var shown = items.Cast<object?>().Take(ItemsShown + 1).Select(Describe).ToList();
        if (shown.Count > ItemsShown)
        {
            shown[ItemsShown] = "... (more)";
        }

        return shown.Count == 0 ? "[  ]" : $"[ {string.Join(", ", shown)} ]";
    }
}
