using System.Text.RegularExpressions;
using AsyncBook.Notebooks;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>A relative link leads to a file, and where that is a notebook to a heading of it.</summary>
internal static partial class LinkRules
{
    public static IEnumerable<string> Faults(DialectCell cell) =>
        Link().Matches(Markdown.WithoutCode(cell.View.Source))
            .Select(link => link.Groups["target"].Value)
            .Where(target => !LeadsElsewhere().IsMatch(target))
            .Select(target => Fault(cell, target))
            .OfType<string>();

    private static string? Fault(DialectCell cell, string target)
    {
        var parts = target.Split('#', 2);
        var name = Uri.UnescapeDataString(parts[0].Split('?')[0]);
        var path = name.Length > 0 ? Path.GetFullPath(Path.Combine(cell.Folder, name)) : cell.Notebook.Path;
        if (!Path.Exists(path))
        {
            return $"the link to {target} leads nowhere";
        }

        if (parts.Length == 1 || Path.GetExtension(path) != ".ipynb")
        {
            return null;
        }

        var notebook = path == cell.Notebook.Path ? cell.Notebook : Notebook.Load(path);
        return Anchors.Fault(notebook, parts[1]) is { } fault
            ? $"the link to {target} {fault} of {Path.GetFileName(path)}"
            : null;
    }

    [GeneratedRegex(
        """\]\(\s*<?(?<target>[^)\s>]+)|^\s*\[[^\]]+\]:\s*<?(?<target>[^\s>]+)|"""
        + """(?:src|href)\s*=\s*["'](?<target>[^"']+)""",
        RegexOptions.Multiline)]
    private static partial Regex Link();

    [GeneratedRegex("^([A-Za-z][A-Za-z0-9+.-]*:|//)")]
    private static partial Regex LeadsElsewhere();
}
