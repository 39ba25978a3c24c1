using AsyncBook.Notebooks;
using AsyncBook.Publishing;

namespace AsyncBook.Serving;

/// <summary>The book's files in memory, each made when it is asked for, and made anew when its notebook was changed. Nothing else can be asked for.</summary>
internal sealed class Shelf
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Stamped> _notebooks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Rendered> _rendered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _pictures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);
    private SiteContext _site;

    /// <param name="folder">The notebooks' folder.</param>
    /// <exception cref="NotebookFormatException">It holds no notebook, or one cannot be read.</exception>
    public Shelf(string folder)
    {
        Folder = Path.GetFullPath(folder);
        foreach (var page in NotebookPages.Load(folder))
        {
            _notebooks.Add(page.Source, new(Stamp.Of(page.Notebook.Path), page));
        }

        _site = Site();
    }

    public string Folder { get; }

    /// <summary>The pages as they are now.</summary>
    public IReadOnlyList<NotebookPage> Pages
    {
        get
        {
            lock (_gate)
            {
                Refresh();
                return _site.Pages;
            }
        }
    }

    /// <summary>The page for an address that leads nowhere.</summary>
    public SiteFile Missing
    {
        get
        {
            lock (_gate)
            {
                return SiteFile.Page(Frame.Missing("/"));
            }
        }
    }

    /// <summary>The file at an address; null where there is none.</summary>
    /// <exception cref="BookException">A cell of it takes too long to be made a page of.</exception>
    public SiteFile? Find(string address)
    {
        lock (_gate)
        {
            Refresh();
            return _site.Clock.Run(() => Make(address));
        }
    }

    private SiteFile? Make(string address) => address switch
    {
        IndexPage.Address => SiteFile.Page(Frame.Index(Questions())),
        ClassPage.Address => SiteFile.Page(Frame.Class()),
        PageFrame.PresenterAddress => SiteFile.Page(PageFrame.Presenter()),
        ClassPage.QuestionsAddress => SiteFile.Of(address, ClassPage.ToScript(Questions(), _site.Pages)),
        SearchIndex.Address => SiteFile.Of(address, SearchIndex.ToScript(_site.Pages.Select(page => (page, Render(page).Content)))),
        _ when address.StartsWith("assets/steps/", StringComparison.Ordinal) => Steps(address),
        _ when address.StartsWith("assets/", StringComparison.Ordinal) => Asset(address),
        _ when address.StartsWith("files/", StringComparison.Ordinal) => Linked(address),
        _ => _site.Pages.FirstOrDefault(page => page.Address == address) is { } page ? Render(page).Page : null,
    };

    private PageFrame Frame => new(_site.Pages, slides: false) { IsLive = true };

    private SiteContext Site() => new(Folder, [.. _notebooks.Values.Select(stamped => stamped.Page)]) { IsLive = true };

    private void Refresh()
    {
        var isOther = false;
        foreach (var (source, (stamp, page)) in _notebooks.ToList())
        {
            var now = Stamp.Of(page.Notebook.Path);
            if (now == stamp)
            {
                continue;
            }

            try
            {
                _notebooks[source] = new(now, new NotebookPage(Notebook.Load(page.Notebook.Path), source));
                isOther = true;
            }
            catch (NotebookFormatException)
            {
                // Somebody is just writing it, or took it away: what was read last is shown until it can be read again.
            }
        }

        if (isOther)
        {
            _site = Site();
        }
    }

    private Rendered Render(NotebookPage page)
    {
        var stamp = _notebooks[page.Source].Stamp;
        if (_rendered.TryGetValue(page.Source, out var there) && there.Stamp == stamp)
        {
            return there;
        }

        var content = new NotebookHtml(_site, page).Convert();
        var html = Frame.Article(page, content);
        var steps = _site.Traces.Scripts().FirstOrDefault(script => script.Address == SiteTraces.Address(page.Address)).Script;
        foreach (var (address, path) in _site.Links.Pictures)
        {
            _pictures[address] = path;
        }

        foreach (var (address, path) in _site.Links.Sources)
        {
            _sources[address] = path;
        }

        return _rendered[page.Source] = new(stamp, content, SiteFile.Page(html), steps);
    }

    private SiteFile? Steps(string address) =>
        _site.Pages.FirstOrDefault(page => SiteTraces.Address(page.Address) == address) is { } page && Render(page).Steps is { } script ? SiteFile.Of(address, script) : null;

    private static SiteFile? Asset(string address)
    {
        var name = address["assets/".Length..];
        return name.EndsWith(".html", StringComparison.Ordinal) || !Assets.Has(name) ? null : SiteFile.Of(address, Assets.Read(name));
    }

    // Only what a page leads to is there: which that is, is known once the pages are made.
    private SiteFile? Linked(string address)
    {
        if (!_pictures.ContainsKey(address) && !_sources.ContainsKey(address))
        {
            foreach (var page in _site.Pages)
            {
                Render(page);
            }
        }

        if (_pictures.TryGetValue(address, out var picture))
        {
            return SiteFile.Of(address, PictureFile.Read(picture));
        }

        return _sources.TryGetValue(address, out var path) ? SiteFile.Page(Frame.Source(address, path, _site.Highlighter)) : null;
    }

    private List<Question> Questions() =>
    [
        .. from page in _site.Pages
           from cell in page.Notebook.Cells
           where cell.Role == CellRole.Predict
           select new Question(page.Address, cell.Id, page.Title, Prediction.Read(cell)),
    ];

    private sealed record Stamped(Stamp Stamp, NotebookPage Page);

    private sealed record Rendered(Stamp Stamp, PageContent Content, SiteFile Page, string? Steps);
}

/// <summary>What a file looked like when it was read.</summary>
internal readonly record struct Stamp(DateTime Written, long Length)
{
    public static Stamp Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new(file.LastWriteTimeUtc, file.Length) : default;
    }
}
