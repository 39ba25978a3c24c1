using AsyncBook.Language;
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
        _site = new(options.Notebooks, NotebookPages.Load(options.Notebooks)) { IsWorksheet = options.Worksheet };
        _frame = new(_site.Pages, options.Slides);
    }

    /// <exception cref="NotebookFormatException">A notebook cannot be read.</exception>
    /// <exception cref="BookException">A link leads nowhere, or the folder is not ours; nothing was written.</exception>
    public static BookReport Write(BookOptions options)
    {
        SiteFolder.Require(options.Out);
        var book = new Book(options);
        var report = book._site.Clock.Run(book.Make);
        book._site.Highlighter.Keep();
        SiteFolder.Write(options.Out, book._files);
        return report;
    }

    private BookReport Make()
    {
        AddPages();
        AddWhatPagesLeadTo();
        foreach (var asset in Assets.Styles.Concat(Assets.Scripts).Concat(Assets.Others))
        {
            _files.Add("assets/" + asset, Assets.Read(asset));
        }

        _site.Clock.Begin(PageWords.Links);
        var check = new SiteCheck(_files, _site.Pages);
        string[] faults = [.. _site.Faults.Concat(check.Faults()).Distinct()];
        return faults.Length > 0
            ? throw new BookException(faults)
            : new(
                Path.Combine(_options.Out, IndexPage.Address),
                _site.Pages.Count,
                check.Heaviest(),
                _files.Size(SearchIndex.Address),
                _files.Size(PrintPage.Address));
    }

    private void AddPages()
    {
        var contents = new List<(NotebookPage Page, PageContent Content)>();
        foreach (var page in _site.Pages)
        {
            var content = new NotebookHtml(_site, page).Convert();
            contents.Add((page, content));
            _files.Add(page.Address, _frame.Article(page, content));
        }

        _site.Clock.Begin(PageWords.Contents);
        _files.Add(IndexPage.Address, _frame.Index(_site.Questions));
        _files.Add(ClassPage.Address, _frame.Class());
        _files.Add(PageFrame.PresenterAddress, PageFrame.Presenter());
        _files.Add(PageFrame.MissingAddress, _frame.Missing(root: ""));
        _files.Add(ClassPage.QuestionsAddress, ClassPage.ToScript(_site.Questions, _site.Pages));
        foreach (var (address, script) in _site.Traces.Scripts())
        {
            _files.Add(address, script);
        }

        _files.Add(SearchIndex.Address, SearchIndex.ToScript(contents));
        _site.Clock.Begin(PrintPage.Address);
        _files.Add(PrintPage.Address, _frame.Print(contents, _site.IsWorksheet));
    }

    private void AddWhatPagesLeadTo()
    {
        foreach (var (address, path) in _site.Links.Pictures)
        {
            _site.Clock.Begin(path);
            _files.Add(address, PictureFile.Read(path));
        }

        foreach (var (address, path) in _site.Links.Sources)
        {
            _site.Clock.Begin(path);
            _files.Add(address, _frame.Source(address, path, _site.Highlighter));
        }
    }
}

/// <param name="Notebooks">The folder of the notebooks.</param>
/// <param name="Out">Where the site goes.</param>
/// <param name="Slides">Whether its pages open as a presentation.</param>
/// <param name="Worksheet">Whether answers, hints and asked-for outputs are left out, to be printed and filled in.</param>
internal sealed record BookOptions(string Notebooks, string Out, bool Slides, bool Worksheet = false)
{
    public const string DefaultOut = "artifacts/book";
}

/// <param name="Index">The page to open first.</param>
/// <param name="Pages">How many notebooks became pages.</param>
/// <param name="LargestPage">The heaviest page that is read on a screen, and what it weighs with all it loads, in bytes.</param>
/// <param name="SearchIndex">What the search index weighs, in bytes; it is loaded when someone searches.</param>
/// <param name="PrintPage">What the page with all of it weighs, in bytes; it is loaded by who prints it.</param>
internal sealed record BookReport(
    string Index, int Pages, PageWeight LargestPage, int SearchIndex, int PrintPage);

/// <param name="Page">The page's file.</param>
/// <param name="Bytes">It and everything it loads.</param>
internal sealed record PageWeight(string Page, long Bytes);

/// <summary>Why no book was written: one line per fault, each naming its file and, where there is one, its cell.</summary>
internal class BookException(IReadOnlyList<string> faults, Exception? inner = null)
    : Exception(string.Join('\n', faults), inner)
{
    public BookException(string fault)
        : this([fault])
    {
    }

    public IReadOnlyList<string> Faults { get; } = faults;
}

/// <summary>The folder that was named for a book is not one it may be written to.</summary>
internal sealed class BookFolderException(string fault) : BookException(fault);

/// <summary>What all pages of a book share while they are made.</summary>
internal sealed class SiteContext(string notebooks, IReadOnlyList<NotebookPage> pages)
{
    public IReadOnlyList<NotebookPage> Pages { get; } = pages;

    public SiteLinks Links { get; } = new(notebooks, pages);

    public Highlighter Highlighter { get; } = new(ColourCache.OfUser);

    /// <summary>Whether the pages are to be filled in: without answers.</summary>
    public bool IsWorksheet { get; init; }

    /// <summary>Whether a server is behind the pages, and a kernel behind their cells.</summary>
    public bool IsLive { get; init; }

    /// <summary>The predictions of all pages.</summary>
    public List<Question> Questions { get; } = [];

    /// <summary>What is stepped through, by page.</summary>
    public SiteTraces Traces { get; } = new(notebooks);

    public RenderClock Clock { get; } = new();

    public List<string> Faults { get; } = [];
}
