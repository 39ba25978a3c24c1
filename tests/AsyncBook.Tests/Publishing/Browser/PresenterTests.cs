using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace AsyncBook.Tests.Publishing;

/// <summary>The presenter's second window, and other ways through the slides than the keyboard's.</summary>
[Collection(nameof(BookInBrowser))]
[Trait("speed", "slow")]
public sealed class PresenterTests(BookBrowser browser)
{
    [Fact]
    public async Task P_opens_a_window_that_shows_what_comes_next_and_what_the_room_does_not_see()
    {
        await using var visit = await browser.VisitAsync(browser.Page + "#slide=1");
        var presenter = await visit.Page.RunAndWaitForPopupAsync(() => visit.PressAsync("p"));
        var number = presenter.Locator("#number");
        var last = await visit.Find("main .slide:not(.title-only)").CountAsync();
        await Expect(number).ToHaveTextAsync($"1 / {last}");

        // The second slide's output is covered: it is a note until the next step.
        await presenter.Keyboard.PressAsync("ArrowRight");
        await Expect(number).ToHaveTextAsync($"2 / {last}");
        await visit.UntilAsync("document.querySelector('.slide-number').textContent.startsWith('2 /')");
        await Expect(presenter.Locator("#notes figure.output")).ToHaveCountAsync(1);
        var next = await visit.AskAsync<string>("document.querySelectorAll('main .slide:not(.title-only)')[2].textContent.trim().slice(0, 20)");
        await Expect(presenter.Locator("#next")).ToContainTextAsync(next);
        await visit.PressAsync("ArrowRight");
        await Expect(presenter.Locator("#notes figure.output")).ToHaveCountAsync(0);
        await Expect(presenter.Locator("#clock")).ToHaveTextAsync(new Regex("^[0-9]{2}:[0-9]{2}$"));
    }

    [Fact]
    public async Task The_window_follows_to_the_next_page()
    {
        await using var visit = await browser.VisitAsync(browser.Page + "#slide=last");
        var presenter = await visit.Page.RunAndWaitForPopupAsync(() => visit.PressAsync("p"));
        await Expect(presenter.Locator("#next")).ToContainTextAsync("到这里结束");
        await presenter.Locator("[data-go='1']").ClickAsync();
        await visit.UntilAsync("location.href.endsWith('/1.5-future.html#slide=1')");
        await Expect(presenter.Locator("#place")).ToContainTextAsync("1.5");
        await Expect(presenter.Locator("#number")).ToHaveTextAsync(new Regex("^1 /"));
    }

    [Fact]
    public async Task A_link_into_the_page_leads_to_the_slide_that_holds_it()
    {
        await using var visit = await browser.VisitAsync(browser.Page + "#slide=1");
        await visit.AskAsync<string>("location.hash = '#cancel'");
        await visit.UntilAsync("document.querySelector('.now')?.closest('.cell').id === 'cancel'");
        Assert.Equal(1, await visit.Find(".slides").CountAsync());
    }

    [Theory]
    [InlineData(500, 100, "2 /")]
    [InlineData(100, 500, "1 /")]
    [InlineData(500, 470, "1 /")]
    public async Task A_finger_goes_through_the_slides(int from, int to, string number)
    {
        await using var visit = await browser.VisitAsync(browser.Page + "#slide=1");
        await visit.AskAsync<bool>($$"""
            (() => {
              const at = x => new Touch({ identifier: 1, target: document.querySelector('.now'), clientX: x, clientY: 300 });
              const target = document.querySelector('.now');
              target.dispatchEvent(new TouchEvent('touchstart', { bubbles: true, touches: [at({{from}})], changedTouches: [at({{from}})] }));
              return target.dispatchEvent(new TouchEvent('touchend', { bubbles: true, changedTouches: [at({{to}})] }));
            })()
            """);
        await visit.UntilAsync($"document.querySelector('.slide-number').textContent.startsWith('{number}')");
    }
}
