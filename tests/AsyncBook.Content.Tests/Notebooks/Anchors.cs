using System.Text.RegularExpressions;
using AsyncBook.Notebooks;
using AsyncBook.Publishing;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>Where in a notebook a link may lead: a cell, by its id, or a heading, by its words.</summary>
internal static partial class Anchors
{
    public static bool Has(Notebook notebook, string anchor) =>
        notebook.Cells.Any(cell => cell.Id == anchor)
        || Headings(notebook).Any(heading => Slug.Of(heading) == Slug.Of(anchor));

    public static IEnumerable<string> Headings(Notebook notebook) => notebook.Cells
        .Where(cell => cell.Kind == CellKind.Markdown)
        .SelectMany(cell => Heading().Matches(Markdown.WithoutFences(cell.Source)))
        .Select(heading => heading.Groups["text"].Value);

    [GeneratedRegex(@"^#{1,6} +(?<text>.*?) *$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
