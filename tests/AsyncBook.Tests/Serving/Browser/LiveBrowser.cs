using AsyncBook.Tests.Publishing;
using Microsoft.Playwright;

namespace AsyncBook.Tests.Serving;

/// <summary>A served repository, and a browser that opens its pages.</summary>
public sealed class LiveBrowser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ServedFolder Server { get; } = new();

    /// <summary>The real notebooks: to be read and run, never to be answered in.</summary>
    public ServedFolder Real { get; } = new();

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is { } path)
        {
            await Server.InitializeAsync();
            await Real.StartAsync("serve", Path.Combine(Repository.Notebooks, "1.4-task.ipynb"), "--no-browser", "--port", $"{AsyncBook.Services.LoopbackPort.Free()}");
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"] });
        }
    }

    /// <summary>A reader who has opened the first address; every page of it is a tab of theirs.</summary>
    internal Task<LiveVisit> VisitAsync() => VisitAsync(Server, "9.1.html", 1280, dark: false);

    internal async Task<LiveVisit> VisitAsync(ServedFolder server, string page, int width, bool dark)
    {
        Assert.SkipWhen(_browser is null, Chromium.Missing);
        var context = await _browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 800 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        var visit = new LiveVisit(context, server, page);
        await visit.OpenAsync(first: true);
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await Server.DisposeAsync();
        await Real.DisposeAsync();
    }
}

/// <summary>One reader of the live book. When the visit ends, no script may have failed and nothing may have been asked of anybody else.</summary>
internal sealed class LiveVisit(IBrowserContext context, ServedFolder server, string page) : IAsyncDisposable
{
    private readonly List<string> _faults = [];

    public IPage Page { get; private set; } = null!;

    public static LocatorAssertionsToHaveTextOptions Patience { get; } = new() { Timeout = 30_000 };

    /// <summary>Opens the notebook's page in a tab of its own, and waits for its kernel.</summary>
    public async Task OpenAsync(bool first = false)
    {
        Page = await context.NewPageAsync();
        Page.PageError += (_, error) => _faults.Add(error);
        Page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _faults.Add(message.Text);
            }
        };
        Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(server.Root.AbsoluteUri, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                _faults.Add($"{request.Url} was asked for");
            }
        };
        if (first)
        {
            await Page.GotoAsync(server.Address.AbsoluteUri);
        }

        await Page.GotoAsync(new Uri(server.Root, page).AbsoluteUri);
        await ReadyAsync();
    }

    /// <summary>A fault that the test itself brought about.</summary>
    public void Forgive(string part) => _faults.RemoveAll(fault => fault.Contains(part, StringComparison.Ordinal));

    public Task ReadyAsync() => Assertions.Expect(Page.Locator("html")).ToHaveAttributeAsync("data-kernel", "ready", new() { Timeout = 30_000 });

    public ILocator Cell(string id) => Page.Locator($"[data-cell=\"{id}\"]");

    public Task ActAsync(string id, string act) => Cell(id).Locator($"[data-act=\"{act}\"]").ClickAsync();

    public Task StateAsync(string id, string state) => Assertions.Expect(Cell(id)).ToHaveAttributeAsync("data-state", state, new() { Timeout = 30_000 });

    public Task OutputAsync(string id, string text) => Assertions.Expect(Cell(id).Locator("[data-out]")).ToContainTextAsync(text, new() { Timeout = 30_000 });

    /// <summary>Puts other code into a cell, as one who selects all and types.</summary>
    public async Task WriteAsync(string id, string code)
    {
        await Cell(id).Locator(".cm-content").ClickAsync();
        await Page.Keyboard.PressAsync("Control+a");
        await Page.Keyboard.InsertTextAsync(code);
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Assert.Empty(_faults);
    }
}
