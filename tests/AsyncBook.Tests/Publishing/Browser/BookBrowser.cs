using AsyncBook.Publishing;
using Microsoft.Playwright;

namespace AsyncBook.Tests.Publishing;

/// <summary>The real book and a sample, made once, and one browser for all tests that read them.</summary>
public sealed class BookBrowser : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal string Folder => _folder["book"];

    /// <summary>The real book's pages, but for the one that only a server shows.</summary>
    internal IReadOnlyList<string> Pages =>
        [.. Directory.EnumerateFiles(Folder, "*.html", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != PageFrame.MissingAddress).Order(StringComparer.Ordinal)];

    /// <summary>A page of the real book with much in it.</summary>
    internal static string RealPage => "1.4-task.html";

    /// <summary>The sample's page with one of everything.</summary>
    internal string Page => Sample(SampleBook.Page);

    /// <summary>A page of the sample.</summary>
    internal string Sample(string page) => _folder[Path.Combine("sample", page)];

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is { } path)
        {
            Book.Write(new(Repository.Notebooks, Folder, Slides: false));
            SampleBook.Make(_folder, "sample");
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"] });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _folder.Dispose();
    }

    internal async Task<Visit> VisitAsync(string address, bool dark = false, bool phone = false, bool scripts = true)
    {
        Assert.SkipWhen(_browser is null, Chromium.Missing);
        var context = await _browser.NewContextAsync(new()
        {
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 800 },
            JavaScriptEnabled = scripts,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        var visit = new Visit(context, await context.NewPageAsync());
        await visit.Page.GotoAsync(Url(address));
        return visit;
    }

    /// <summary>Where a page of the book is, opened as a file.</summary>
    internal string Url(string address)
    {
        var file = address.Split('#')[0];
        return new Uri(Path.Combine(Folder, file)).AbsoluteUri + address[file.Length..];
    }
}
