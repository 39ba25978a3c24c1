using AsyncBook.Publishing;

namespace AsyncBook.Tests.Publishing;

/// <summary>The page that a host shows for an address of no page, as GitHub Pages does: the same file at any depth.</summary>
[Collection(nameof(BookInBrowser))]
[Trait("speed", "slow")]
public sealed class MissingPageTests(BookBrowser browser)
{
    private const string Host = "https://host.invalid";

    [Theory]
    [InlineData("/", "1.4-tasks.html")]
    [InlineData("/repo/", "1.4.html")]
    [InlineData("/repo/", "old/task")]
    [InlineData("/a/repo/", "more/deep/er/1.4-task.ipynb")]
    public async Task At_any_depth_its_links_lead_into_the_book_and_the_page_that_was_meant_is_named(string root, string asked)
    {
        await using var visit = await OpenAsync(root, asked);
        await visit.UntilAsync("document.querySelector('#near:not([hidden]) a')");
        Assert.Equal($"{Host}{root}{SampleBook.Page}", await visit.AskAsync<string>("document.querySelector('#near a').href"));
        Assert.Equal($"{Host}{root}index.html", await visit.AskAsync<string>("document.querySelector('main a').href"));
        await visit.Find("#near a").First.ClickAsync();
        await visit.UntilAsync($"location.pathname === '{root}{SampleBook.Page}' && document.readyState === 'complete'");
        Assert.Equal("1.4 task 对象", await visit.AskAsync<string>("document.querySelector('h1').textContent"));
    }

    [Fact]
    public async Task Where_nothing_is_like_it_the_whole_book_is_offered()
    {
        await using var visit = await OpenAsync("/repo/", "%E0%A4%A/x.html");
        await visit.UntilAsync("document.documentElement.dataset.root");
        Assert.False(await visit.Find("#near").IsVisibleAsync());
        Assert.Equal(2, await visit.Find("main li a").CountAsync());
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task It_has_no_serious_fault_and_fits_a_phone(bool dark, bool phone)
    {
        await using var visit = await OpenAsync("/repo/", "1.4.html", dark, phone);
        Assert.Empty(await AccessibilityTests.FaultsAsync(visit));
        Assert.True(await visit.AskAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    // A host of our own making, in the browser: what is in the book's folder with 200, all else this page with 404.
    private async Task<Visit> OpenAsync(string root, string asked, bool dark = false, bool phone = false)
    {
        var visit = await browser.VisitAsync(browser.Page, dark, phone);
        visit.IsExamined = true;
        await visit.Page.RouteAsync("**/*", async route =>
        {
            var address = new Uri(route.Request.Url);
            var file = address.AbsolutePath.StartsWith(root, StringComparison.Ordinal) ? browser.Sample(Uri.UnescapeDataString(address.AbsolutePath[root.Length..])) : "";
            var isThere = address.Host == new Uri(Host).Host && File.Exists(file);
            await route.FulfillAsync(new() { Status = isThere ? 200 : 404, Path = isThere ? file : browser.Sample(PageFrame.MissingAddress) });
        });
        await visit.Page.GotoAsync(Host + root + asked);
        return visit;
    }
}
