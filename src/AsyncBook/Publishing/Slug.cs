using System.Text;

namespace AsyncBook.Publishing;

/// <summary>A heading's anchor as GitHub and VS Code make it: lower case, "-" for a space, no punctuation.</summary>
internal static class Slug
{
    public static string Of(string heading)
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
