using AsyncBook.Publishing;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace AsyncBook.Tests.Publishing;

/// <summary>What axe-core finds on the pages: nothing serious, in either theme, reading, searching or projecting.</summary>
[Collection(nameof(BookInBrowser))]
[Trait("speed", "slow")]
public sealed class AccessibilityTests(BookBrowser browser)
{
    // One of each kind, and of the notebooks the first, the last and those with most in them.
    public static TheoryData<string, bool> Pages { get; } = new(
        from page in new[]
        {
            "index.html", NotebookPages.Load(Repository.Notebooks)[0].Address, BookBrowser.RealPage, "1.6-concurrent-futures.html",
            NotebookPages.Load(Repository.Notebooks)[^1].Address, "files/notebooks/lib/EventLoop.cs.html",
        }
        from dark in new[] { false, true }
        select (page, dark));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_serious_fault(string page, bool dark)
    {
        await using var visit = await browser.VisitAsync(page, dark);
        await visit.AskAsync<object?>("document.querySelectorAll('main details').forEach(details => { details.open = true; })");
        await RequireAsync(visit);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_page_for_paper_has_none_either(bool dark)
    {
        await using var visit = await browser.VisitAsync(browser.Sample(PrintPage.Address), dark);
        await RequireAsync(visit);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_search_and_the_help_have_none_either(bool dark)
    {
        await using var visit = await browser.VisitAsync("index.html", dark);
        await visit.PressAsync("/");
        await visit.Page.Keyboard.TypeAsync("取消");
        await visit.UntilAsync("document.querySelectorAll('.results mark').length > 0");
        await RequireAsync(visit);
        await visit.PressAsync("Escape", "?");
        await RequireAsync(visit);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_slide_has_none_either(bool dark)
    {
        await using var visit = await browser.VisitAsync(BookBrowser.RealPage + "#slide=5", dark);
        await RequireAsync(visit);
    }

    [Fact]
    public async Task On_a_phone_there_is_none_either()
    {
        await using var visit = await browser.VisitAsync(BookBrowser.RealPage, phone: true);
        await RequireAsync(visit);
        await visit.Find(".menu").ClickAsync();
        await RequireAsync(visit);
    }

    [Fact]
    public async Task Faults_that_are_put_there_are_found()
    {
        await using var visit = await browser.VisitAsync("index.html");
        await visit.AskAsync<object?>("document.querySelector('h1').insertAdjacentHTML('afterend', '<p style=\"color: #ccc; background: #fff\">太淡了，看不清的字</p><img src=\"data:,\">')");
        var faults = await FaultsAsync(visit);
        Assert.Contains(faults, fault => fault.Contains("color-contrast", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("image-alt", StringComparison.Ordinal));
    }

    private static async Task RequireAsync(Visit visit)
    {
        Assert.Empty(await FaultsAsync(visit));
    }

    internal static async Task<IReadOnlyList<string>> FaultsAsync(Visit visit)
    {
        // axe asks for the style sheets once more, which a browser refuses for files; it reads what is applied instead.
        visit.IsExamined = true;
        var result = await visit.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        visit.IsExamined = false;
        return
        [
            .. result.Violations
                .Where(violation => violation.Impact is "serious" or "critical")
                .SelectMany(violation => violation.Nodes.Take(3).Select(node => $"{violation.Impact} {violation.Id}: {node.Html}")),
        ];
    }
}
