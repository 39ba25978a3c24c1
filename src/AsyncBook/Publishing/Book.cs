using AsyncBook.Notebooks;

namespace AsyncBook.Publishing;

/// <summary>Makes a static site of the notebooks and their stored outputs.</summary>
internal sealed class Book
{
    private readonly BookOptions _options;
    private readonly SiteContext _site;
    private readonly SiteFiles _files = new();
    private readonly PageFrame _frame;

    private Book(BookOptions options)
    {
        _options = options;
        _site = new(options.Notebooks, NotebookPages.Load(options.Notebooks));
        _frame = new(_site.Pages, options.Slides);
    }

    /// <exception cref="NotebookFormatException">A notebook cannot be read.</exception>
    /// <exception cref="BookException">A link leads nowhere, or the folder is not ours; nothing was written.</exception>
    public static BookReport Write(BookOptions options)
    {
        SiteFolder.Require(options.Out);
        var book = new Book(options);
        var report = book.Make();
        SiteFolder.Write(options.Out, book._files);
        return report;
    }

    private BookReport Make()
    {
        AddPages();
        AddWhatPagesLeadTo();
        foreach (var asset in Assets.Styles.Concat(Assets.Scripts))
        {
            _files.Add("assets/" + asset, Assets.Read(asset));
        }

        var check = new SiteCheck(_files, _site.Pages);
        string[] faults = [.. _site.Faults.Concat(check.Faults()).Distinct()];
        return faults.Length > 0
            ? throw new BookException(faults)
            : new(
                Path.Combine(_options.Out, IndexPage.Address),
                _site.Pages.Count,
                _files.Pages.Select(check.Weight).MaxBy(weight => weight.Bytes)!,
                _files.Size(SearchIndex.Address),
                [.. _site.Warnings.Distinct()]);
    }

    private void AddPages()
    {
        var contents = new List<(NotebookPage Page, PageContent Content)>();
        foreach (var page in _site.Pages)
        {
            var content = new NotebookHtml(_site, page).Convert();
            contents.Add((page, content));
            _files.Add(page.Address, _frame.Around(page.Address, page.Title, "article", content.Body, content.Headings));
        }

        _files.Add(IndexPage.Address, _frame.Around(IndexPage.Address, "目录", "index", IndexPage.Body(_site.Pages), []));
        _files.Add(SearchIndex.Address, SearchIndex.Of(contents));
    }

    private void AddWhatPagesLeadTo()
    {
        foreach (var (address, path) in _site.Links.Pictures)
        {
            _files.Add(address, File.ReadAllBytes(path));
        }

        foreach (var (address, path) in _site.Links.Sources)
        {
            var name = address["files/".Length..^".html".Length];
            var code = _site.Highlighter.ToHtml(File.ReadAllText(path), Path.GetExtension(path).TrimStart('.'));
            var body = $"<h1>{Html.Encode(name)}</h1>{CodeHtml.Figure(code, Path.GetExtension(path) == ".cs" ? "csharp" : Path.GetExtension(path).TrimStart('.'))}";
            _files.Add(address, _frame.Around(address, name, "source", body, []));
        }
    }
}
