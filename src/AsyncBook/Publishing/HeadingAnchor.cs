using System.Text;
using AsyncBook.Notebooks;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AsyncBook.Publishing;

/// <summary>The headings of notebooks as anchors: the only places in a notebook that Jupyter and VS Code both can link to.</summary>
internal static class HeadingAnchor
{
    /// <summary>What the headings of a text say, without their markup.</summary>
    public static IEnumerable<string> Headings(NotebookCell cell) => cell.Kind == CellKind.Markdown
        ? Markdig.Markdown.Parse(cell.Source).Descendants<HeadingBlock>().Select(Text)
        : [];

    /// <summary>A heading's anchor as Jupyter makes it: its text with "-" for a space, capitals and punctuation kept.</summary>
    public static string From(string heading) => heading.Replace(' ', '-');

    /// <summary>A link to an anchor, with what Markdown or an address would take for their own written as %xx.</summary>
    public static string Link(string anchor)
    {
        var link = new StringBuilder("#");
        foreach (var character in anchor)
        {
            link.Append("#%()<>\"'[]\\`".Contains(character, StringComparison.Ordinal) ? Uri.HexEscape(character) : character);
        }

        return link.ToString();
    }

    private static string Text(HeadingBlock heading) => string.Concat(heading.Inline!.Descendants().Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        _ => "",
    })).Trim();
}
