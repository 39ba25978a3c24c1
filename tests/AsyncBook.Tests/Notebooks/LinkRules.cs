using System.Text.RegularExpressions;

namespace AsyncBook.Tests.Notebooks;

/// <summary>A relative link leads to a file, or to the notebook of a section that is not written yet.</summary>
internal static partial class LinkRules
{
    public static IEnumerable<string> Faults(DialectCell cell) =>
        Link().Matches(Markdown.WithoutCode(cell.View.Source))
            .Select(link => link.Groups["target"].Value)
            .Where(target => !LeadsElsewhere().IsMatch(target) && !Exists(cell.Folder, target))
            .Select(target => $"the link to {target} leads nowhere");

    private static bool Exists(string folder, string target)
    {
        var name = Uri.UnescapeDataString(target.Split('#', '?')[0]);
        return Path.Exists(Path.Combine(folder, name)) || IsPlanned(folder, name);
    }

    private static bool IsPlanned(string folder, string name) =>
        Planned().Match(name) is { Success: true } planned
        && Directory.GetFiles(folder, planned.Groups["section"].Value + "-*.ipynb").Length == 0;

    [GeneratedRegex(
        """\]\(\s*<?(?<target>[^)\s>]+)|^\s*\[[^\]]+\]:\s*<?(?<target>[^\s>]+)|"""
        + """(?:src|href)\s*=\s*["'](?<target>[^"']+)""",
        RegexOptions.Multiline)]
    private static partial Regex Link();

    [GeneratedRegex("^([A-Za-z][A-Za-z0-9+.-]*:|//|#)")]
    private static partial Regex LeadsElsewhere();

    [GeneratedRegex(@"^(?<section>0(?=-start-here)|1\.[1-9]|2\.[1-4])-[a-z0-9-]+\.ipynb$")]
    private static partial Regex Planned();
}
