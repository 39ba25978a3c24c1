using System.Net;
using System.Text.RegularExpressions;
using AsyncBook.Notebooks;

namespace AsyncBook.Outputs;

/// <summary>A cell's outputs as a reader sees them: what was cut in two streams is whole again, and the steps are a matter of their own.</summary>
internal static partial class OutputSections
{
    public const string Svg = "image/svg+xml";

    public static IReadOnlyList<OutputSection> Read(IEnumerable<CellOutput> outputs)
    {
        var sections = new List<OutputSection>();
        foreach (var section in outputs.Where(output => !FrontEndTraces.Are(output) && !StoredTrace.Is(output)).SelectMany(Split))
        {
            if (section.Kind is "stdout" or "stderr" && sections.LastOrDefault()?.Kind == section.Kind)
            {
                sections[^1] = section with { Text = sections[^1].Text + section.Text };
            }
            else
            {
                sections.Add(section);
            }
        }

        return sections;
    }

    private static IEnumerable<OutputSection> Split(CellOutput output) => output switch
    {
        StreamOutput stream => [new(stream.Name, stream.Text)],
        DisplayOutput display => Formats(display.Data),
        ResultOutput result => Formats(result.Data),
        ErrorOutput error => [new("error", Describe(error))],
        UnknownOutput unknown => [new("unknown", NotebookWriter.Write(unknown.Json))],
        _ => throw new ArgumentOutOfRangeException(nameof(output)),
    };

    private static IEnumerable<OutputSection> Formats(MimeBundle data)
    {
        var isPicture = data[Svg] is not null;
        return data.Formats
            .OrderBy(format => format.Key, StringComparer.Ordinal)
            .Select(format => Plain(new OutputSection(format.Key, format.Value, isPicture)))
            .DistinctBy(section => section.Kind);
    }

    private static OutputSection Plain(OutputSection section) =>
        section.Kind == "text/html" && PlainValue.In(section.Text) is { } text ? section with { Kind = "text/plain", Text = text }
        : BinaryContent.Is(section.Kind) ? section with { Text = BinaryContent.Describe(section.Text), IsPicture = true }
        : section;

    private static string Describe(ErrorOutput error) =>
        string.Join('\n', [$"{error.Name}: {error.Value}", .. error.Traceback.SelectMany(OwnFrames)]);

    // The frames of the kernel and of .NET are theirs to change; those of a cell are the author's.
    private static IEnumerable<string> OwnFrames(string line) =>
        OwnFrame().Matches(line).Select(frame => $"at {frame.Value}");

    [GeneratedRegex(@"[^\s/\\\x1b]+\.ipynb#[\w.-]+(:\d+)?")]
    private static partial Regex OwnFrame();
}

/// <summary>A stretch of a cell's output that is compared as one text.</summary>
/// <param name="Kind">stdout, stderr, error, or the MIME type of what was displayed.</param>
/// <param name="Text">Its text, not yet normalised.</param>
/// <param name="IsPicture">Whether it is a picture, or the text that stands for one.</param>
internal sealed record OutputSection(string Kind, string Text, bool IsPicture = false);

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
