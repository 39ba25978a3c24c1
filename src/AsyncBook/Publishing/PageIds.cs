using System.Text;

namespace AsyncBook.Publishing;

/// <summary>The ids of one page, none of them twice. Cells keep theirs; headings give way.</summary>
internal sealed class PageIds(IEnumerable<string> cells)
{
    private readonly HashSet<string> _taken = new(cells, StringComparer.Ordinal);

    public string ForHeading(string text)
    {
        var slug = Slug.Make(text);
        var id = slug;
        for (var number = 1; !_taken.Add(id); number++)
        {
            id = $"{slug}-{number}";
        }

        return id;
    }
}

/// <summary>A heading's anchor as GitHub and VS Code make it: lower case, "-" for a space, no punctuation.</summary>
internal static class Slug
{
    public static string Make(string heading)
    {
        var slug = new StringBuilder();
        foreach (var rune in heading.Trim().EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_')
            {
                slug.Append(Rune.ToLowerInvariant(rune));
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                slug.Append('-');
            }
        }

        return slug.Length > 0 ? slug.ToString() : "section";
    }
}
