using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AsyncBook.Language;
using AsyncBook.Notebooks;
using AsyncBook.Outputs;

namespace AsyncBook.Publishing;

/// <summary>The place in a page where a cell is stepped through: a button for the player, and the steps as text for where it cannot run.</summary>
internal static class TraceHtml
{
    public const string Mime = "application/vnd.asyncbook.trace+json";

    private const int MostTextLines = 400;

    /// <summary>What a cell's steps look like before the player is asked for; empty where there are none.</summary>
    public static string Render(SiteContext site, NotebookPage page, NotebookCell cell)
    {
        var stored = Stored(cell);
        if (site.Traces.Add(page, cell, stored?[Mime]) is not { } languages)
        {
            return "";
        }

        var twin = stored is null ? "" : $"""<pre tabindex="0">{Html.Encode(Shortened(OutputText.Render(stored)))}</pre>""";
        var python = languages.Contains("Python", StringComparer.Ordinal) ? $"""<pre tabindex="0">{Html.Encode(Shortened(site.Traces.PythonText(cell.Ports!)))}</pre>""" : "";
        var names = string.Join("、", languages);
        return $"""<div class="slide steps" data-steps="{Html.Encode(cell.Id)}" data-script="{Html.RootFrom(page.Address)}{Html.Address(SiteTraces.Address(page.Address))}"><details class="fold"><summary>逐步看 {names}：文字</summary>{twin}{python}</details></div>""";
    }

    /// <summary>The steps of a cell that has just run, as text.</summary>
    public static string Text(MimeBundle trace) => $"""<pre tabindex="0">{Html.Encode(Shortened(OutputText.Render(trace)))}</pre>""";

    private static MimeBundle? Stored(NotebookCell cell) => cell.Outputs
        .OfType<DisplayOutput>().Select(display => display.Data).FirstOrDefault(data => data[Mime] is not null);

    private static string Shortened(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        return lines.Length <= MostTextLines ? text : string.Join('\n', lines.Take(MostTextLines)) + $"\n…（还有 {lines.Length - MostTextLines} 步）";
    }
}

/// <summary>The steps of all cells, each page's as a script of its own that is loaded when someone asks for them.</summary>
/// <param name="notebooks">The folder of the notebooks; beside it is data/, with what Python did.</param>
internal sealed class SiteTraces(string notebooks)
{
    // Between these two a browser still steps without a pause.
    private const int MostSteps = 2000;

    private static readonly JsonSerializerOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _data = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(notebooks).TrimEnd('/'))!, "data");
    private readonly SortedDictionary<string, JsonObject> _pages = new(StringComparer.Ordinal);

    /// <summary>Puts a cell's steps, and those of the Python it ports, with the page's.</summary>
    /// <returns>In which languages there are steps; null where there are none.</returns>
    /// <exception cref="NotebookFormatException">The stored steps are no trace.</exception>
    public IReadOnlyList<string>? Add(NotebookPage page, NotebookCell cell, string? stored)
    {
        var parts = new JsonArray();
        // A cell that could not be rewritten has no steps, and says why in its text.
        if (stored is not null && Parse(page, cell, stored) is var trace && trace["steps"]!.AsArray().Count > 0)
        {
            parts.Add(Part(trace, cell.Source, "C#"));
        }

        if (cell.Ports is { } block && PythonTrace(block) is { } python)
        {
            parts.Add(Part(python, PythonSource(python), "Python"));
        }

        if (parts.Count == 0)
        {
            return null;
        }

        if (!_pages.TryGetValue(page.Address, out var cells))
        {
            _pages.Add(page.Address, cells = []);
        }

        cells[cell.Id] = parts;
        return [.. parts.Select(part => (string)part!["label"]!)];
    }

    /// <summary>What the player takes for the steps of a cell that has just run; none where it is no trace.</summary>
    public static JsonArray Parts(string source, string trace) =>
        JsonNode.Parse(trace) is JsonObject { } steps && steps["tasks"] is JsonArray && steps["steps"] is JsonArray { Count: > 0 } ? [Part(steps, source, "C#")] : [];

    /// <summary>Address and text of each page's script.</summary>
    public IEnumerable<(string Address, string Script)> Scripts() => _pages.Select(page => (
        Address(page.Key),
        $"window.bookSteps = {page.Value.ToJsonString(_options)};\n"));

    /// <summary>Where the steps of a page are.</summary>
    public static string Address(string page) => $"assets/steps/{page[..^".html".Length]}.js";

    /// <summary>What Python did, a step a line.</summary>
    public string PythonText(string block)
    {
        var trace = PythonTrace(block)!;
        var names = trace["tasks"]!.AsArray().ToDictionary(task => (int)task!["id"]!, task => (string)task!["name"]!);
        var lines = trace["steps"]!.AsArray().Select(step => string.Create(
            CultureInfo.InvariantCulture,
            $"{(double)step!["t"]!,8:0.0} ms  {(step["task"] is { } id ? names[(int)id] : ""),-10} {(step["line"] is { } line ? "第 " + line + " 行" : ""),-7} {(string)step["kind"]!,-8} {(string?)step["text"]}"));
        return "Python\n" + string.Join('\n', lines);
    }

    // A block is a name, as in "1.4#2": never a way out of the folder.
    private JsonObject? PythonTrace(string block)
    {
        if (block.AsSpan().ContainsAny('/', '\\', ':'))
        {
            return null;
        }

        var file = Path.Combine(_data, "traces", block.Replace('#', '_') + ".json");
        return File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file))!.AsObject() : null;
    }

    private string PythonSource(JsonObject trace) => File.ReadAllText(Path.Combine(_data, "python", Path.GetFileName((string)trace["program"]!)));

    private static JsonObject Part(JsonObject trace, string source, string label)
    {
        var steps = trace["steps"]!.AsArray();
        return new()
        {
            ["label"] = label,
            ["code"] = source.TrimEnd('\n'),
            ["tasks"] = trace["tasks"]!.DeepClone(),
            ["steps"] = new JsonArray([.. steps.Take(MostSteps).Select(step => step!.DeepClone())]),
            ["more"] = Math.Max(0, steps.Count - MostSteps),
        };
    }

    private static JsonObject Parse(NotebookPage page, NotebookCell cell, string stored)
    {
        try
        {
            return JsonNode.Parse(stored) is JsonObject { } trace && trace["tasks"] is JsonArray && trace["steps"] is JsonArray steps && steps.All(step => step is JsonObject)
                ? trace
                : throw new JsonException(PageWords.NoSteps);
        }
        catch (JsonException e)
        {
            throw new NotebookFormatException(page.Notebook.Path, PageWords.StepsUnreadable(cell.Id, e.Message), e);
        }
    }
}
