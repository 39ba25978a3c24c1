using System.Text.RegularExpressions;
using AsyncBook.Notebooks;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>A relative link leads to a file, and where that is a notebook to a cell or heading of it; or to the notebook of a section that is not written yet.</summary>
internal static partial class LinkRules
{
    public static IEnumerable<string> Faults(DialectCell cell) =>
        Link().Matches(Markdown.WithoutCode(cell.View.Source))
            .Select(link => link.Groups["target"].Value)
            .Where(target => !LeadsElsewhere().IsMatch(target))
            .Select(target => Fault(cell.Folder, target))
            .OfType<string>();

    private static string? Fault(string folder, string target)
    {
        var parts = target.Split('#', 2);
        var name = Uri.UnescapeDataString(parts[0].Split('?')[0]);
        var path = Path.GetFullPath(Path.Combine(folder, name));
        if (!Path.Exists(path))
        {
            return IsPlanned(folder, name) ? null : $"the link to {target} leads nowhere";
        }

        return parts.Length == 1 || Path.GetExtension(path) != ".ipynb" || Anchors.Has(Notebook.Load(path), Uri.UnescapeDataString(parts[1]))
            ? null
            : $"the link to {target} leads to no cell and no heading of {Path.GetFileName(path)}";
    }

    private static bool IsPlanned(string folder, string name) =>
        Planned().Match(name) is { Success: true } planned
        && Directory.GetFiles(Path.Combine(folder, planned.Groups["up"].Value), planned.Groups["section"].Value + "-*.ipynb").Length == 0;

    [GeneratedRegex(
        """\]\(\s*<?(?<target>[^)\s>]+)|^\s*\[[^\]]+\]:\s*<?(?<target>[^\s>]+)|"""
        + """(?:src|href)\s*=\s*["'](?<target>[^"']+)""",
        RegexOptions.Multiline)]
    private static partial Regex Link();

    [GeneratedRegex("^([A-Za-z][A-Za-z0-9+.-]*:|//|#)")]
    private static partial Regex LeadsElsewhere();

    [GeneratedRegex(@"^(?<up>\.\./)?(?<section>0(?=-start-here)|1\.[1-9]|2\.[1-4])-[a-z0-9-]+\.ipynb$")]
    private static partial Regex Planned();
}
