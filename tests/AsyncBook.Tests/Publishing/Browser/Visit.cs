using System.Diagnostics;
using Microsoft.Playwright;

namespace AsyncBook.Tests.Publishing;

/// <summary>One reader at one page. When the visit ends, nothing may have gone wrong or over the network.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];

    public Visit(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.PageError += (_, error) => Note(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                Note(message.Text);
            }
        };
        page.RequestFailed += (_, request) => Note($"{request.Url} failed: {request.Failure}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                Note($"{request.Url} was asked for");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Whether what is done in the page is not the page's own doing.</summary>
    public bool IsExamined { get; set; }

    public async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
        {
            await Page.Keyboard.PressAsync(key);
        }
    }

    public ILocator Find(string selector) => Page.Locator(selector);

    public Task<T> AskAsync<T>(string script) => Page.EvaluateAsync<T>(script);

    /// <summary>Waits for what the page does in its own time; ten seconds are for a machine that is busy.</summary>
    /// <remarks>Asked from outside: the page's policy allows no condition to be evaluated within it.</remarks>
    public async Task UntilAsync(string condition)
    {
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(30))
        {
            try
            {
                if (await AskAsync<bool>($"Boolean({condition})"))
                {
                    return;
                }
            }
            catch (PlaywrightException) when (clock.Elapsed < TimeSpan.FromSeconds(10))
            {
                // Between two pages.
            }

            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{condition} has not come true in ten seconds at {Page.Url}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_faults);
    }

    private void Note(string fault)
    {
        if (!IsExamined)
        {
            _faults.Add(fault);
        }
    }
}
