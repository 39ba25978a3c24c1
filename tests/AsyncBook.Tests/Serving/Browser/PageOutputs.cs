using System.Text.Json.Nodes;
using AsyncBook.Notebooks;
using Microsoft.Playwright;

namespace AsyncBook.Tests.Serving.Browser;

/// <summary>What the cells of a page show below their code, as the outputs they were made of.</summary>
internal static class PageOutputs
{
    // Streams stand in the frame itself, values each in a frame of its own; what is folded away is a note on the failure above it.
    private const string Script =
        """
        () => JSON.stringify(Object.fromEntries([...document.querySelectorAll('[data-cell]')].map(cell => [cell.dataset.cell,
          [...cell.querySelectorAll('[data-out] > figure.output > *')].flatMap(part => part.matches('.live-value') ? [...part.children] : [part]).flatMap(part => {
            const picture = part.querySelector('svg, img');
            if (part.matches('pre')) return [{ kind: part.className || 'stdout', text: part.textContent }];
            if (part.matches('.picture')) return [picture.matches('svg') ? { kind: 'image/svg+xml', text: new XMLSerializer().serializeToString(picture) } : { kind: 'image/png', text: picture.src }];
            if (part.matches('.html')) return [{ kind: 'text/html', text: part.innerHTML }];
            return part.matches('figcaption, details') ? [] : [{ kind: 'unknown', text: part.outerHTML }];
          })])))
        """;

    public static async Task<Dictionary<string, List<CellOutput>>> ReadAsync(IPage page)
    {
        var cells = JsonNode.Parse(await page.EvaluateAsync<string>(Script))!.AsObject();
        return cells.ToDictionary(cell => cell.Key, cell => cell.Value!.AsArray().Select(part => Output((string)part!["kind"]!, (string)part["text"]!)).ToList());
    }

    /// <summary>Takes away what the page shows, so that what is there later was said since.</summary>
    public static Task ForgetAsync(IPage page) => page.EvaluateAsync("() => document.querySelectorAll('[data-out]').forEach(out => out.replaceChildren())");

    private static CellOutput Output(string kind, string text) => kind switch
    {
        "stdout" or "stderr" => new StreamOutput(kind, text.TrimEnd('\n') + "\n"),
        "error" => new StreamOutput("stderr", text),
        "unknown" => throw new InvalidOperationException($"the page shows what is no output: {text}"),
        _ => new DisplayOutput(MimeBundle.Single(kind, text)),
    };
}
