using System.Text.RegularExpressions;

namespace AsyncBook.Publishing;

/// <summary>Where a notebook's links lead in the site; remembers the files they bring along.</summary>
internal sealed partial class SiteLinks(string notebooks, IReadOnlyList<NotebookPage> pages)
{
    private static readonly string[] _pictures = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"];

    private readonly string _notebooks = Path.GetFullPath(notebooks);
    private readonly string _root = Path.GetDirectoryName(Path.GetFullPath(notebooks).TrimEnd('/'))!;
    private readonly Lazy<PublishableFiles> _publishable = new(() => PublishableFiles.Below(Path.GetDirectoryName(Path.GetFullPath(notebooks).TrimEnd('/'))!));

    /// <summary>Files of the repository that pages show or lead to: address in the site, path on disk.</summary>
    public SortedDictionary<string, string> Pictures { get; } = new(StringComparer.Ordinal);

    /// <summary>Source files that pages lead to, each a page of its own: address in the site, path on disk.</summary>
    public SortedDictionary<string, string> Sources { get; } = new(StringComparer.Ordinal);

    /// <summary>Finds out where a link leads.</summary>
    /// <param name="page">The page it stands on.</param>
    /// <param name="link">The link as the notebook has it.</param>
    /// <param name="text">What it says.</param>
    public LinkTarget Resolve(NotebookPage page, string link, string text = "")
    {
        if (Scheme().IsMatch(link))
        {
            return new(LinkKind.Elsewhere, link);
        }

        var (name, fragment) = link.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash
            ? (link[..hash], Uri.UnescapeDataString(link[(hash + 1)..]))
            : (link, null);
        if (name.Length == 0)
        {
            return new(LinkKind.Inside, Fragment(page, fragment));
        }

        name = Uri.UnescapeDataString(name.Split('?')[0]);
        var path = Path.GetFullPath(Path.Combine(_notebooks, Path.GetDirectoryName(page.Source)!, name));
        if (pages.FirstOrDefault(other => path == Path.Combine(_notebooks, other.Source)) is { } target)
        {
            return new(LinkKind.Inside, Href(page, target.Address) + (Quotation(target, text) ?? Fragment(target, fragment)));
        }

        return IsInRepository(path) ? File(page, path, link) : new(LinkKind.Broken, link);
    }

    private LinkTarget File(NotebookPage page, string path, string link)
    {
        if (Directory.Exists(path))
        {
            return new(LinkKind.Folder, link);
        }

        if (!System.IO.File.Exists(path))
        {
            return new(LinkKind.Broken, link);
        }

        if (_publishable.Value.ReasonAgainst(path) is { } reason)
        {
            return new(LinkKind.Private, reason);
        }

        var address = "files/" + Path.GetRelativePath(_root, path).Replace('\\', '/');
        if (_pictures.Contains(Path.GetExtension(path).ToLowerInvariant()))
        {
            Pictures[address] = path;
            return new(LinkKind.Inside, Href(page, address));
        }

        Sources[address + ".html"] = path;
        return new(LinkKind.Inside, Href(page, address + ".html"));
    }

    private bool IsInRepository(string path) => path.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // A fragment names a cell by its id or a heading by its words; VS Code and Jupyter spell the latter differently.
    private static string Fragment(NotebookPage target, string? fragment) => fragment switch
    {
        null => "",
        _ when target.Notebook.Cells.Any(cell => cell.Id == fragment) => "#" + fragment,
        _ => "#" + Slug.Make(fragment),
    };

    // Notebooks link to the heading above a quotation, for want of anything nearer; here its cell has an id.
    private static string? Quotation(NotebookPage target, string text) =>
        Quoted().Match(text) is { Success: true } quoted
        && target.Notebook.Cells.FirstOrDefault(cell => cell.Originals.Contains(quoted.Groups["block"].Value)) is { } cell
            ? "#" + cell.Id
            : null;

    private static string Href(NotebookPage from, string address) =>
        Html.RootFrom(from.Address) + Html.Address(address);

    [GeneratedRegex("^([A-Za-z][A-Za-z0-9+.-]*:|//)")]
    private static partial Regex Scheme();

    [GeneratedRegex("^原文 (?<block>[^、]+)")]
    private static partial Regex Quoted();
}

/// <param name="Kind">What is there.</param>
/// <param name="Href">The link as the page has it.</param>
internal sealed record LinkTarget(LinkKind Kind, string Href);

internal enum LinkKind
{
    /// <summary>Outside the site: an address on the web.</summary>
    Elsewhere,

    /// <summary>A page or file of the site.</summary>
    Inside,

    /// <summary>A folder of the repository: a place to look, but no page.</summary>
    Folder,

    /// <summary>A file that is not published; the link says why.</summary>
    Private,

    /// <summary>Nothing is there.</summary>
    Broken,
}
