using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using AsyncBook.Notebooks;
using AsyncBook.Outputs;

namespace AsyncBook.Publishing;

/// <summary>A cell's stored outputs as HTML. What ran once may hold anything: markup is cleaned, the rest is text.</summary>
internal static partial class OutputHtml
{
    private const int MostCharacters = 100_000;

    private static readonly string[] _pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    /// <exception cref="XmlException">An SVG is not well-formed.</exception>
    /// <exception cref="FormatException">A picture is not in base 64.</exception>
    /// <param name="cell">The cell.</param>
    /// <param name="notebook">Its notebook's name, for what is too large to be shown.</param>
    public static string Render(NotebookCell cell, string notebook)
    {
        var where = new Place(notebook, cell.Id);
        var html = string.Concat(Joined(cell.Outputs).Select((output, index) =>
            Render(output, string.Create(CultureInfo.InvariantCulture, $"{NoNamePart().Replace(cell.Id, "_")}-{index + 1}-"), where)));
        return html.Length == 0 ? "" : $"""<figure class="output"><figcaption>输出</figcaption>{html}</figure>""";
    }

    /// <summary>One output as it comes, while its cell runs.</summary>
    /// <param name="output">The output.</param>
    /// <param name="cell">The cell's id.</param>
    /// <param name="number">No other output on the page has it: ids in pictures are made of it.</param>
    /// <param name="notebook">The notebook's name.</param>
    public static string Render(CellOutput output, string cell, int number, string notebook)
    {
        var where = new Place(notebook, cell);
        try
        {
            return Render(output, string.Create(CultureInfo.InvariantCulture, $"{NoNamePart().Replace(cell, "_")}-run{number}-"), where);
        }
        catch (Exception e) when (e is XmlException or FormatException)
        {
            return Note($"这个输出画不出来（{e.Message}）", where);
        }
    }

    public static bool HasPicture(NotebookCell cell) => cell.Outputs.Any(output => Data(output) is { } data
        && (data["image/svg+xml"] ?? _pictures.Select(mime => data[mime]).FirstOrDefault(picture => picture is not null)) is not null);

    /// <summary>What the search finds of outputs; of what is too large for a page, nothing.</summary>
    public static string Words(IEnumerable<CellOutput> outputs)
    {
        var text = OutputText.Render(outputs.Where(output => Data(output) is not { } data || (data[TraceHtml.Mime] is null && data.Formats.All(format => PageCleaner.IsOfSize(format.Value)))));
        return text.Length > MostCharacters ? text[..MostCharacters] : text;
    }

    private static MimeBundle? Data(CellOutput output) => output switch
    {
        DisplayOutput display => display.Data,
        ResultOutput result => result.Data,
        _ => null,
    };

    private static string Render(CellOutput output, string prefix, Place where)
    {
        try
        {
            return output switch
            {
                StreamOutput { Name: "stderr" } stream => Text(stream.Text, where, "stderr"),
                StreamOutput stream => Text(stream.Text, where),
                ErrorOutput error => Error(error, where),
                _ when Data(output) is { } data && data[TraceHtml.Mime] is null => Render(data, prefix, where),
                _ => "",
            };
        }
        catch (TooLargeException e)
        {
            return Note($"这个输出太大，没有放进书里（{e.Message}）", where);
        }
    }

    private static string Render(MimeBundle data, string prefix, Place where)
    {
        if (data["image/svg+xml"] is { } svg)
        {
            return $"""<div class="picture" id="{SvgPicture.FrameId(prefix)}" tabindex="0">{SvgPicture.ForPage(svg, prefix)}</div>""";
        }

        if (data["text/html"] is { } html)
        {
            return $"""<div class="html" tabindex="0">{Markup(html)}</div>""";
        }

        var picture = _pictures.Where(mime => data[mime] is not null)
            .Select(mime => $"""<div class="picture" tabindex="0"><img src="data:{mime};base64,{Base64(data[mime]!)}" alt="{Html.Encode(data["text/plain"] ?? "输出的图片")}"></div>""")
            .FirstOrDefault();
        return picture ?? Text(OutputText.Render(data), where);
    }

    // What a cell displayed is no part of the site: it leads to the web, or nowhere, and shows the pictures it holds.
    private static string Markup(string html)
    {
        var body = PageCleaner.Clean(html);
        foreach (var element in body.QuerySelectorAll("[href], [src]"))
        {
            var isLink = element.LocalName == "a" && Uri.TryCreate(element.GetAttribute("href"), UriKind.Absolute, out var address) && address.Scheme is ("http" or "https" or "mailto");
            if (isLink)
            {
                element.SetAttribute("rel", "noopener noreferrer");
            }
            else if (!PageCleaner.IsInlinePicture(element.GetAttribute("src") ?? ""))
            {
                element.RemoveAttribute("href");
                element.RemoveAttribute("src");
            }
        }

        return body.InnerHtml;
    }

    private static string Base64(string text) => Convert.ToBase64String(Convert.FromBase64String(text));

    private static string Error(ErrorOutput error, Place where)
    {
        var trace = error.Traceback.Count == 0
            ? ""
            : $"<details><summary>出错的地方</summary>{Text(string.Join('\n', error.Traceback), where, "error")}</details>";
        return Text($"{error.Name}: {error.Value}", where, "error") + trace;
    }

    private static string Text(string text, Place where, string? style = null)
    {
        var isLong = text.Length > MostCharacters;
        var shown = Html.Encode((isLong ? text[..MostCharacters] : text).TrimEnd('\n'));
        var name = style is null ? "" : $" class=\"{style}\"";
        var note = isLong ? Note($"输出有 {text.Length} 个字，这里只有前 {MostCharacters} 个", where) : "";
        return shown.Length == 0 ? "" : $"<pre tabindex=\"0\"{name}>{shown}</pre>{note}";
    }

    private static string Note(string what, Place where) =>
        $"""<p class="shortened">{Html.Encode($"{what}；全部在 {where.Notebook} 的 {where.Cell} 这一格里。")}</p>""";

    // A cell that writes in many small pieces still says one thing.
    private static List<CellOutput> Joined(IReadOnlyList<CellOutput> outputs)
    {
        var joined = new List<CellOutput>();
        foreach (var output in outputs)
        {
            if (output is StreamOutput next && joined.LastOrDefault() is StreamOutput last && last.Name == next.Name)
            {
                joined[^1] = last with { Text = last.Text + next.Text };
            }
            else
            {
                joined.Add(output);
            }
        }

        return joined;
    }

    // What a name in a style sheet cannot hold as it stands.
    [GeneratedRegex("[^A-Za-z0-9_-]")]
    private static partial Regex NoNamePart();

    private sealed record Place(string Notebook, string Cell);
}
