using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AsyncBook.Language;

namespace AsyncBook.Publishing;

/// <summary>Reads the finished pages as a browser would: does every link lead somewhere, and is every id the only one?</summary>
internal sealed class SiteCheck(SiteFiles files, IReadOnlyList<NotebookPage> notebooks)
{
    private static readonly HtmlParser _parser = new();

    // What the page for paper says stands on the others: a fault of theirs is told once.
    private readonly Dictionary<string, IHtmlDocument> _pages =
        files.Pages.Where(address => address != PrintPage.Address).ToDictionary(address => address, address => _parser.ParseDocument(files.Text(address)), StringComparer.Ordinal);

    public IReadOnlyList<string> Faults()
    {
        var ids = _pages.ToDictionary(
            page => page.Key,
            page => page.Value.QuerySelectorAll("[id]").Select(element => element.Id!).ToList(),
            StringComparer.Ordinal);
        return
        [
            .. ids.SelectMany(page => page.Value.GroupBy(id => id).Where(id => id.Count() > 1)
                .Select(id => PageWords.SameIds(Name(page.Key), id.Key, id.Count()))),
            .. _pages.SelectMany(page => page.Value.QuerySelectorAll("[href], [src]")
                .SelectMany(element => LinkFaults(page.Key, element, ids))),
        ];
    }

    /// <summary>The heaviest page, with its styles, scripts and pictures.</summary>
    public PageWeight Heaviest() => _pages.Keys.Select(Weight).MaxBy(weight => weight.Bytes)!;

    private PageWeight Weight(string address)
    {
        var loaded = _pages[address].QuerySelectorAll("link[rel=stylesheet], script[src], img[src]")
            .Select(element => Inside(SiteLink.Follow(address, element.GetAttribute("src") ?? element.GetAttribute("href")!))?.Address)
            .OfType<string>().Distinct(StringComparer.Ordinal);
        return new(address, files.Size(address) + loaded.Sum(file => (long)files.Size(file)));
    }

    private IEnumerable<string> LinkFaults(string page, IElement element, Dictionary<string, List<string>> ids)
    {
        var link = element.GetAttribute("href") ?? element.GetAttribute("src")!;
        var place = element.Closest("section.cell")?.Id is { } cell ? PageWords.CellAt(Name(page), cell) : Name(page);
        if (SiteLink.Follow(page, link) is not { } uri)
        {
            yield return PageWords.LeadsNowhere(place, link);
            yield break;
        }

        if (Inside(uri) is not { } target)
        {
            yield break;
        }

        if (!files.Has(target.Address))
        {
            yield return PageWords.LeadsNowhere(place, link);
        }
        else if (target.Fragment.Length > 0 && ids.TryGetValue(target.Address, out var there) && !there.Contains(target.Fragment))
        {
            yield return PageWords.NoSuchPlace(place, Uri.UnescapeDataString(link));
        }
    }

    private static (string Address, string Fragment)? Inside(Uri? uri) =>
        uri is not null && SiteLink.Inside(uri) is { } address ? (address, Uri.UnescapeDataString(uri.Fragment.TrimStart('#'))) : null;

    private string Name(string address) => notebooks.FirstOrDefault(page => page.Address == address)?.Source ?? address;
}
