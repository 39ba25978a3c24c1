namespace AsyncBook.Tests.Publishing;

/// <summary>The contents beside the text: there, unless the reader puts them away.</summary>
[Collection(nameof(BookInBrowser))]
[Trait("speed", "slow")]
public sealed class ContentsTests(BookBrowser browser)
{
    [Fact]
    public async Task They_are_put_away_and_brought_back_by_button_and_key_and_stay_so_on_the_next_page()
    {
        await using var visit = await browser.VisitAsync(browser.Page);
        await RequireAsync(visit, areThere: true);
        await visit.Find(".menu").ClickAsync();
        await RequireAsync(visit, areThere: false);
        await visit.Page.GotoAsync(browser.Url(browser.Sample(SampleBook.Next)));
        await RequireAsync(visit, areThere: false);
        Assert.Empty(await AccessibilityTests.FaultsAsync(visit));
        await visit.PressAsync("c");
        await RequireAsync(visit, areThere: true);
        await visit.Page.ReloadAsync();
        await RequireAsync(visit, areThere: true);
    }

    [Fact]
    public async Task Who_stood_in_them_stands_at_their_button_when_they_go()
    {
        await using var visit = await browser.VisitAsync(browser.Page);
        await visit.Find(".contents a").First.FocusAsync();
        await visit.PressAsync("c");
        Assert.True(await visit.AskAsync<bool>("document.activeElement.matches('.menu')"));
    }

    [Fact]
    public async Task The_text_takes_the_place_they_leave()
    {
        await using var visit = await browser.VisitAsync(browser.Page);
        const string left = "document.querySelector('main h1').getBoundingClientRect().left";
        var before = await visit.AskAsync<double>(left);
        await visit.PressAsync("c");
        Assert.InRange(await visit.AskAsync<double>(left), 20, before - 50);
        Assert.True(await visit.AskAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task A_phone_has_its_own_way_whatever_was_chosen_on_a_wide_screen()
    {
        await using var visit = await browser.VisitAsync(browser.Page);
        await visit.PressAsync("c");
        await visit.Page.SetViewportSizeAsync(390, 844);
        await RequireAsync(visit, areThere: false);
        await visit.PressAsync("c");
        await RequireAsync(visit, areThere: true);
        await visit.Page.SetViewportSizeAsync(1280, 800);
        await RequireAsync(visit, areThere: false);
    }

    [Fact]
    public async Task Without_JavaScript_they_stay()
    {
        await using var visit = await browser.VisitAsync(browser.Page, scripts: false);
        Assert.True(await visit.Find(".contents").IsVisibleAsync());
        Assert.False(await visit.Find(".menu").IsVisibleAsync());
    }

    [Fact]
    public async Task Slides_know_nothing_of_them()
    {
        await using var visit = await browser.VisitAsync(browser.Page);
        await visit.PressAsync("c", "s", "c");
        Assert.Equal("away", await visit.AskAsync<string>("document.documentElement.dataset.contents"));
        Assert.Equal(1280, await visit.AskAsync<double>("document.querySelector('.slide.now').getBoundingClientRect().width"));
    }

    private static async Task RequireAsync(Visit visit, bool areThere)
    {
        await visit.UntilAsync($"document.querySelector('.menu').getAttribute('aria-expanded') === '{(areThere ? "true" : "false")}'");
        Assert.Equal(areThere, await visit.Find(".contents").IsVisibleAsync());
    }
}
