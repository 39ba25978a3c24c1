using System.Net;
using AsyncBook.Kernel.Protocol;

namespace AsyncBook.Kernel.Display;

/// <summary>How a value looks: as text for a terminal, as HTML where the client shows pages, as data where a cell asks for it.</summary>
internal static class ValueFormatter
{
    public static IReadOnlyList<FormattedText> Format(object? value, params IReadOnlyList<string> mimeTypes)
    {
        if (mimeTypes.Count > 0)
        {
            return [.. mimeTypes.Select(mime => new FormattedText(mime, As(value, mime)))];
        }

        var text = ValueText.Of(value);
        return value is string
            ? [new FormattedText("text/plain", text)]
            : [new FormattedText("text/html", Html(text)), new FormattedText("text/plain", text)];
    }

    private static string As(object? value, string mimeType) => mimeType switch
    {
        "text/plain" => ValueText.Of(value),
        "text/html" => Html(ValueText.Of(value)),
        "application/json" => ValueData.Json(value),
        "text/csv" => ValueData.Csv(value),
        _ => throw new ArgumentException($"No formatter is registered for MIME type {mimeType}. What has this type already is shown by text.DisplayAs(\"{mimeType}\")."),
    };

    private static string Html(string text) =>
        $"""<div class="dni-plaintext"><pre>{WebUtility.HtmlEncode(text)}</pre></div>""";
}
