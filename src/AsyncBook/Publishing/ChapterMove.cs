using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace AsyncBook.Publishing;

/// <summary>
/// What becomes of a page's HTML where it is a chapter among others: every id and what refers to it gets the chapter's name before it, a link to
/// another page leads to its chapter, and what is folded is open. It reads only tags: what a program or a sentence says stays as it is.
/// </summary>
internal sealed partial class ChapterMove(IReadOnlyList<NotebookPage> pages)
{
    private readonly Dictionary<string, int> _chapters =
        pages.Index().ToDictionary(page => page.Item.Address, page => page.Index, StringComparer.Ordinal);

    /// <summary>A chapter's own id. No id that is moved is like it: theirs go on with "-".</summary>
    public static string Id(int chapter) => string.Create(CultureInfo.InvariantCulture, $"s{chapter}");

    /// <param name="chapter">Which of the pages it is.</param>
    /// <param name="body">Its cells.</param>
    public string ToChapter(int chapter, string body)
    {
        var prefix = Id(chapter) + "-";
        return Tag().Replace(body, match =>
        {
            var tag = Reference().Replace(match.Groups["tag"].Value, part => Moved(part, chapter, prefix));
            var opened = tag.StartsWith("<details", StringComparison.Ordinal) && !IsOpen().IsMatch(tag) ? "<details open" + tag["<details".Length..] : tag;
            return opened + InStyle().Replace(match.Groups["css"].Value, "#" + prefix);
        });
    }

    private string Moved(Match part, int chapter, string prefix) => part.Groups["name"].Value switch
    {
        "" => part.Value + prefix,
        "id" => Written(part, prefix + part.Groups["value"].Value),
        "href" or "xlink:href" or "src" => Written(part, Link(part.Groups["value"].Value, chapter, prefix)),
        _ => Written(part, string.Join(' ', part.Groups["value"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => prefix + id))),
    };

    private static string Written(Match part, string value) => $" {part.Groups["name"].Value}=\"{value}\"";

    private string Link(string link, int chapter, string prefix)
    {
        if (link.StartsWith('#'))
        {
            return "#" + prefix + link[1..];
        }

        if (link.StartsWith("data:", StringComparison.Ordinal)
            || SiteLink.Follow(pages[chapter].Address, WebUtility.HtmlDecode(link)) is not { } target
            || SiteLink.Inside(target) is not { } address)
        {
            return link;
        }

        return Html.Encode(_chapters.TryGetValue(address, out var other)
            ? "#" + Id(other) + (target.Fragment.Length > 1 ? "-" + target.Fragment[1..] : "")
            : Html.Address(address) + target.Fragment);
    }

    // Not the spans of colours, of which there are most, and which hold nothing of this.
    [GeneratedRegex("""(?<tag><(?!span class="\w">)[A-Za-z][^>"]*(?:"[^"]*"[^>"]*)*>)(?:(?<=<style>)(?<css>[^<]*))?""")]
    private static partial Regex Tag();

    [GeneratedRegex("""\ (?<name>id|href|xlink:href|src|for|aria-labelledby|aria-describedby|aria-controls)="(?<value>[^"]*)"|url\(\s*(?:'|&quot;|&\#39;)?\#""", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Reference();

    // A style sheet stands in a picture alone, and names by "#" its ids, which hold a "-", and colours, which hold none.
    [GeneratedRegex(@"#(?=[\w-]*-)")]
    private static partial Regex InStyle();

    [GeneratedRegex(@"\sopen\b")]
    private static partial Regex IsOpen();
}
