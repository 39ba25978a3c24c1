using System.Globalization;
using System.Xml;
using AsyncBook.Notebooks;
using AsyncBook.Outputs;
using Ganss.Xss;

namespace AsyncBook.Publishing;

/// <summary>A cell's stored outputs as HTML. What ran once may hold anything: markup is cleaned, the rest is text.</summary>
internal static class OutputHtml
{
    private static readonly string[] _pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    /// <exception cref="XmlException">An SVG is not well-formed.</exception>
    /// <exception cref="FormatException">A picture is not in base 64.</exception>
    public static string Render(NotebookCell cell)
    {
        var html = string.Concat(Joined(cell.Outputs).Select((output, index) =>
            Render(output, string.Create(CultureInfo.InvariantCulture, $"{cell.Id}-{index + 1}-"))));
        return html.Length == 0 ? "" : $"""<figure class="output"><figcaption>输出</figcaption>{html}</figure>""";
    }

    public static bool HasPicture(NotebookCell cell) => cell.Outputs.Any(output => Data(output) is { } data
        && (data["image/svg+xml"] ?? _pictures.Select(mime => data[mime]).FirstOrDefault(picture => picture is not null)) is not null);

    private static MimeBundle? Data(CellOutput output) => output switch
    {
        DisplayOutput display => display.Data,
        ResultOutput result => result.Data,
        _ => null,
    };

    private static string Render(CellOutput output, string prefix) => output switch
    {
        StreamOutput { Name: "stderr" } stream => Text(stream.Text, "stderr"),
        StreamOutput stream => Text(stream.Text),
        ErrorOutput error => Error(error),
        _ when Data(output) is { } data => Render(data, prefix),
        _ => "",
    };

    private static string Render(MimeBundle data, string prefix)
    {
        if (data["image/svg+xml"] is { } svg)
        {
            return $"""<div class="picture" tabindex="0">{SvgPicture.ForPage(svg, prefix)}</div>""";
        }

        if (data["text/html"] is { } html)
        {
            return $"""<div class="html" tabindex="0">{new HtmlSanitizer().Sanitize(html)}</div>""";
        }

        var picture = _pictures.Where(mime => data[mime] is not null)
            .Select(mime => $"""<div class="picture" tabindex="0"><img src="data:{mime};base64,{Base64(data[mime]!)}" alt="{Html.Encode(data["text/plain"] ?? "输出的图片")}"></div>""")
            .FirstOrDefault();
        return picture ?? Text(OutputText.Render(data));
    }

    private static string Base64(string text) => Convert.ToBase64String(Convert.FromBase64String(text));

    private static string Error(ErrorOutput error)
    {
        var trace = error.Traceback.Count == 0
            ? ""
            : $"<details><summary>出错的地方</summary>{Text(string.Join('\n', error.Traceback), "error")}</details>";
        return Text($"{error.Name}: {error.Value}", "error") + trace;
    }

    private static string Text(string text, string? style = null)
    {
        var shown = Html.Encode(text.TrimEnd('\n'));
        var name = style is null ? "" : $" class=\"{style}\"";
        return shown.Length == 0 ? "" : $"<pre tabindex=\"0\"{name}>{shown}</pre>";
    }

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
}
