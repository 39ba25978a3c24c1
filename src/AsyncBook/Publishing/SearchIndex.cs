using System.Text.Encodings.Web;
using System.Text.Json;

namespace AsyncBook.Publishing;

/// <summary>All the book's words as a script: a page opened from a file may load a script, but no data.</summary>
internal static class SearchIndex
{
    public const string Address = "assets/search-index.js";

    private static readonly JsonSerializerOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string ToScript(IEnumerable<(NotebookPage Page, PageContent Content)> pages)
    {
        var index = pages.Select(page => new object[]
        {
            Html.Address(page.Page.Address),
            page.Page.Title,
            page.Content.Entries.Select(entry => new[] { entry.Anchor, entry.Heading, entry.Text }),
        });
        return $"// [page, title, [anchor, heading, text][]]\nwindow.bookIndex = {JsonSerializer.Serialize(index, _options)};\n";
    }
}
