using AsyncBook.Publishing;

namespace AsyncBook.Tests.Publishing;

/// <summary>The book as a presentation.</summary>
[Collection(nameof(BookInBrowser))]
[Trait("speed", "slow")]
public sealed class SlidesTests(BookBrowser browser)
{
    private const string Size = "parseFloat(getComputedStyle(document.querySelector('.now')).fontSize)";

    [Fact]
    public async Task S_begins_at_the_place_being_read_and_Escape_returns_to_it()
    {
        await using var visit = await browser.VisitAsync(browser.Page + "#cancel-text");
        await visit.PressAsync("s");
        Assert.Equal("cancel-text", await visit.AskAsync<string>("document.querySelector('.now').closest('.cell').id"));
        await visit.PressAsync("ArrowRight");
        Assert.Equal("cancel", await visit.AskAsync<string>("document.querySelector('.now').closest('.cell').id"));
        await visit.PressAsync("Escape");
        Assert.Equal(0, await visit.Find(".slides").CountAsync());
        Assert.EndsWith("#cancel", visit.Page.Url, StringComparison.Ordinal);
        Assert.True(await visit.Find("#cancel figure.code").IsVisibleAsync());
    }

    [Fact]
    public async Task Keys_go_through_the_slides_number_by_number_and_on_to_the_next_page()
    {
        await using var visit = await browser.VisitAsync(browser.Page + "#slide=1");
        var last = await visit.Find("main .slide:not(.title-only)").CountAsync();
        Assert.Equal($"1 / {last}", await visit.Find(".slide-number").TextContentAsync());
        // The second one covers what its cell said: a step more.
        await visit.PressAsync("ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft");
        Assert.Equal($"2 / {last}", await visit.Find(".slide-number").TextContentAsync());
        await visit.PressAsync("End");
        Assert.Equal($"{last} / {last}", await visit.Find(".slide-number").TextContentAsync());
        await visit.PressAsync("ArrowRight");
        await visit.UntilAsync("location.href.endsWith('/1.5-future.html#slide=1') && document.readyState === 'complete'");
        await visit.PressAsync("ArrowLeft");
        await visit.UntilAsync($"document.querySelector('.slide-number').textContent === '{last} / {last}'");
    }

    [Fact]
    public async Task A_slide_shows_itself_and_nothing_else()
    {
        await using var visit = await browser.VisitAsync(browser.Page + "#slide=4");
        Assert.Equal(1, await visit.AskAsync<int>("[...document.querySelectorAll('main .slide')].filter(slide => slide.offsetParent !== null || slide.getClientRects().length > 0).length"));
        Assert.False(await visit.Find(".bar").IsVisibleAsync());
        Assert.False(await visit.Find(".contents").IsVisibleAsync());
    }

    [Fact]
    public async Task Type_fits_the_slide_and_large_type_is_larger_and_remembered()
    {
        await using var visit = await browser.VisitAsync(browser.Page + "#slide=5");
        const string fits = "document.querySelector('.now').scrollHeight <= document.querySelector('.now').clientHeight + 2";
        Assert.True(await visit.AskAsync<bool>(fits));
        var normal = await visit.AskAsync<double>(Size);
        Assert.InRange(normal, 17, 34);
        await visit.PressAsync("l");
        Assert.InRange(await visit.AskAsync<double>(Size), 30, 52);
        Assert.Equal("true", await visit.Find("[data-do=large]").GetAttributeAsync("aria-pressed"));
        await visit.Page.ReloadAsync();
        Assert.InRange(await visit.AskAsync<double>(Size), 30, 52);
    }

    [Fact]
    public async Task A_timeline_fills_its_slide()
    {
        await using var visit = await browser.VisitAsync(browser.Page + "#slide=1");
        var index = await visit.AskAsync<int>("[...document.querySelectorAll('main .slide:not(.title-only)')].findIndex(slide => slide.matches('.pictures'))");
        await visit.AskAsync<object?>($"location.hash = '#slide={index + 1}'");
        await visit.UntilAsync("document.querySelector('.now.pictures') !== null");
        Assert.True(await visit.AskAsync<double>("document.querySelector('.now svg').getBoundingClientRect().width") > 1000);
    }

    [Fact]
    public async Task What_is_too_long_in_large_type_is_read_to_its_end_before_the_next_slide()
    {
        await using var visit = await browser.VisitAsync(browser.Page + "#slide=5");
        await visit.PressAsync("l");
        var number = await visit.Find(".slide-number").TextContentAsync();
        Assert.True(await visit.Find(".slide-more").IsVisibleAsync());
        await visit.PressAsync(" ");
        Assert.Equal(number, await visit.Find(".slide-number").TextContentAsync());
        await visit.PressAsync(" ", " ", " ", " ");
        Assert.NotEqual(number, await visit.Find(".slide-number").TextContentAsync());
    }

    [Fact]
    public async Task O_opens_the_answer_on_the_slide()
    {
        await using var visit = await browser.VisitAsync(browser.Page + "#solution-1-4-a");
        await visit.PressAsync("s", "o");
        Assert.True(await visit.Find(".now details figure.code").IsVisibleAsync());
    }

    [Fact]
    public async Task A_book_made_with_slides_opens_as_a_presentation()
    {
        using var folder = new TemporaryFolder();
        SmallBook.Write(folder, "# 题\n\n话");
        Book.Write(new(folder["notebooks"], folder["book"], Slides: true));
        await using var visit = await browser.VisitAsync(folder["book/" + SmallBook.Page]);
        Assert.Equal("1 / 1", await visit.Find(".slide-number").TextContentAsync());
        await visit.PressAsync("Escape");
        Assert.Equal(0, await visit.Find(".slides").CountAsync());
    }

    [Fact]
    public async Task What_a_cell_said_is_covered_until_the_next_step()
    {
        await using var visit = await browser.VisitAsync(browser.Page + "#when-any");
        await visit.PressAsync("s");
        Assert.Equal("when-any", await visit.AskAsync<string>("document.querySelector('.now').closest('.cell').id"));
        Assert.False(await visit.Find(".now figure.output").IsVisibleAsync());
        await visit.PressAsync("ArrowRight");
        Assert.Equal("when-any", await visit.AskAsync<string>("document.querySelector('.now').closest('.cell').id"));
        Assert.True(await visit.Find(".now figure.output").IsVisibleAsync());
        await visit.PressAsync("ArrowRight", "ArrowLeft");
        Assert.True(await visit.Find(".now figure.output").IsVisibleAsync());
    }

    [Fact]
    public async Task A_slide_without_a_heading_shows_its_sections()
    {
        await using var visit = await browser.VisitAsync(browser.Page + "#cancel");
        await visit.PressAsync("s");
        Assert.Equal("\"取消令牌\"", await visit.AskAsync<string>("getComputedStyle(document.querySelector('.now'), '::before').content"));
    }

    [Theory]
    [InlineData("1.4-task.html", "取消令牌", "1.4-task.html")]
    [InlineData("1.5-future.html", "取消令牌", "1.4-task.html")]
    public async Task A_search_hit_is_shown_as_its_slide_on_this_page_and_on_another(string from, string words, string to)
    {
        await using var visit = await browser.VisitAsync(browser.Sample(from) + "#slide=1");
        await visit.PressAsync("/");
        await visit.Page.Keyboard.TypeAsync(words);
        await visit.UntilAsync("document.querySelectorAll('.results a').length > 0");
        await visit.PressAsync("Enter");
        await visit.UntilAsync($"location.pathname.endsWith('/{to}') && document.querySelector('.now')?.textContent.includes('{words}')");
        Assert.False(await visit.Find("#book-search").IsVisibleAsync());
        Assert.Equal(words, Assert.Single(await visit.AskAsync<string[]>("[...new Set([...CSS.highlights.get('found')].map(String))]")));
        await visit.PressAsync("Escape");
        Assert.Equal(0, await visit.Find(".slides").CountAsync());
    }

    [Fact]
    public async Task Printing_from_slides_prints_the_page_and_not_a_slide_over_it()
    {
        await using var visit = await browser.VisitAsync(browser.Page + "#slide=4");
        await visit.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        Assert.Equal("static", await visit.AskAsync<string>("[...new Set([...document.querySelectorAll('.slide')].map(slide => getComputedStyle(slide).position))].join()"));
        Assert.False(await visit.AskAsync<bool>("[...document.querySelectorAll('main .slide')].some(slide => getComputedStyle(slide).display === 'none')"));
        Assert.False(await visit.Find(".slide-bar").IsVisibleAsync());
        Assert.Equal("visible", await visit.AskAsync<string>("getComputedStyle(document.body).overflow"));
    }
}
