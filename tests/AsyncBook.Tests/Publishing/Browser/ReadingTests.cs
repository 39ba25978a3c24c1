namespace AsyncBook.Tests.Publishing;

/// <summary>The book in a real browser, opened from files.</summary>
[Collection(nameof(BookInBrowser))]
[Trait("speed", "slow")]
public sealed class ReadingTests(BookBrowser browser)
{
    [Fact]
    public async Task Every_page_opens_from_a_file_without_an_error_and_without_the_network()
    {
        await using var visit = await browser.VisitAsync("index.html");
        foreach (var file in browser.Pages)
        {
            await visit.Page.GotoAsync(browser.Url(file));
            Assert.Equal("zh-CN", await visit.AskAsync<string>("document.documentElement.lang"));
            Assert.Equal(1, await visit.Find("h1:not(.chapter h1)").CountAsync());
        }
    }

    [Fact]
    public async Task On_a_phone_no_page_is_wider_than_the_screen()
    {
        await using var visit = await browser.VisitAsync("index.html", phone: true);
        Assert.True(browser.Pages.Count > 30, $"{browser.Pages.Count} pages");
        foreach (var file in browser.Pages)
        {
            await visit.Page.GotoAsync(browser.Url(file));
            Assert.True(
                await visit.AskAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
                $"{Path.GetRelativePath(browser.Folder, file)} is {await visit.AskAsync<int>("document.documentElement.scrollWidth")} wide");
        }
    }

    [Fact]
    public async Task On_a_phone_a_timeline_stays_legible_and_scrolls_in_its_frame()
    {
        await using var visit = await browser.VisitAsync(browser.Page, phone: true);
        Assert.True(await visit.AskAsync<bool>("(picture => picture.scrollWidth > picture.clientWidth)(document.querySelector('.picture'))"));
    }

    [Fact]
    public async Task On_a_phone_the_contents_open_with_a_button()
    {
        await using var visit = await browser.VisitAsync(browser.Page, phone: true);
        Assert.False(await visit.Find(".contents").IsVisibleAsync());
        await visit.Find(".menu").ClickAsync();
        Assert.True(await visit.Find(".contents").IsVisibleAsync());
        Assert.Equal("true", await visit.Find(".menu").GetAttributeAsync("aria-expanded"));
    }

    [Theory]
    [InlineData("取消令牌", "1.4-task.html")]
    [InlineData("whenany", "1.4-task.html")]
    [InlineData("asyncio.as_completed", "1.4-task.html")]
    [InlineData("在事件循环中添加多个任务", "1.4-task.html")]
    public async Task Search_finds_Chinese_CSharp_and_Python_and_Enter_goes_there(string words, string page)
    {
        await using var visit = await browser.VisitAsync(browser.Sample("index.html"));
        await visit.PressAsync("/");
        await visit.Page.Keyboard.TypeAsync(words);
        await visit.UntilAsync("document.querySelectorAll('.results a mark').length > 0");
        Assert.Contains("找到", await visit.Find(".search-count").TextContentAsync(), StringComparison.Ordinal);
        var link = visit.Find($".results a[href*='{page}']").First;
        await link.ClickAsync();
        await visit.UntilAsync($"location.href.includes('/{page}#') && document.readyState === 'complete'");
        Assert.True(await visit.AskAsync<bool>("document.getElementById(decodeURIComponent(location.hash.slice(1))) !== null"));
    }

    [Fact]
    public async Task What_was_searched_for_is_marked_on_the_page_also_across_colours_until_Escape()
    {
        await using var visit = await browser.VisitAsync(browser.Sample("index.html"));
        await visit.PressAsync("/");
        await visit.Page.Keyboard.TypeAsync("Task.WhenAny(slow");
        await visit.UntilAsync("document.querySelectorAll('.results a').length > 0");
        await visit.PressAsync("Enter");
        await visit.UntilAsync("location.href.includes('1.4-task.html') && document.readyState === 'complete'");
        const string marked = "[...CSS.highlights.get('found')].map(String)";
        Assert.Equal("Task.WhenAny(slow", Assert.Single(await visit.AskAsync<string[]>(marked)));
        Assert.Equal(SampleBook.Program, await visit.AskAsync<string>("document.querySelector('#when-any code').textContent"));
        await visit.PressAsync("Escape");
        Assert.Empty(await visit.AskAsync<string[]>(marked));
    }

    [Fact]
    public async Task A_heading_has_an_address_of_its_own_that_is_no_part_of_its_words()
    {
        await using var visit = await browser.VisitAsync(browser.Page);
        var heading = visit.Find("h2:has-text('取消令牌')");
        await heading.HoverAsync();
        await heading.Locator(".anchor").ClickAsync();
        Assert.EndsWith("#" + Uri.EscapeDataString("取消令牌"), visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal("取消令牌", await heading.TextContentAsync());
    }

    [Fact]
    public async Task A_page_says_which_notebook_it_is_and_how_it_is_run()
    {
        await using var visit = await browser.VisitAsync(browser.Page);
        Assert.Contains("serve notebooks/1.4-task.ipynb", await visit.Find(".origin").TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_takes_arrows_and_Enter_says_when_there_is_nothing_and_closes_with_Escape()
    {
        await using var visit = await browser.VisitAsync(browser.Page);
        await visit.PressAsync("/");
        await visit.Page.Keyboard.TypeAsync("绝没有这样的词");
        await visit.UntilAsync("document.querySelector('.search-count').textContent === '没有找到。'");
        await visit.Find("#book-search input").FillAsync("任务");
        await visit.PressAsync("ArrowDown");
        Assert.Equal("book-result-1", await visit.AskAsync<string>("document.querySelector('[aria-selected=true]').id"));
        await visit.PressAsync("Escape");
        Assert.False(await visit.Find("#book-search").IsVisibleAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_theme_is_the_systems_until_the_reader_chooses_and_the_choice_is_remembered(bool dark)
    {
        await using var visit = await browser.VisitAsync(browser.Page, dark);
        const string background = "getComputedStyle(document.body).backgroundColor";
        const string picture = "getComputedStyle(document.querySelector('.picture svg .panel')).fill";
        var (before, pictureBefore) = (await visit.AskAsync<string>(background), await visit.AskAsync<string>(picture));
        Assert.Equal(dark ? "rgb(18, 22, 27)" : "rgb(252, 252, 250)", before);
        await visit.PressAsync("t");
        var chosen = await visit.AskAsync<string>(background);
        Assert.NotEqual(before, chosen);
        Assert.NotEqual(pictureBefore, await visit.AskAsync<string>(picture));
        await visit.Page.ReloadAsync();
        Assert.Equal(chosen, await visit.AskAsync<string>(background));
    }

    [Fact]
    public async Task The_copy_button_copies_the_program_as_it_is()
    {
        await using var visit = await browser.VisitAsync(browser.Page);
        var figure = visit.Find("#when-any figure.code");
        await figure.Locator("button.copy").ClickAsync();
        await visit.UntilAsync("document.querySelector('#when-any .copy').textContent === '已复制'");
        Assert.Equal(SampleBook.Program, await visit.AskAsync<string>("navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task Answers_are_folded_until_they_are_opened_and_on_paper_they_are_open()
    {
        await using var visit = await browser.VisitAsync(browser.Page);
        var answer = visit.Find("#solution-1-4-a");
        Assert.False(await answer.Locator("figure.code").IsVisibleAsync());
        await answer.Locator("summary").ClickAsync();
        Assert.True(await answer.Locator("figure.code").IsVisibleAsync());
        await visit.AskAsync<object?>("dispatchEvent(new Event('beforeprint'))");
        Assert.Equal(0, await visit.Find("main details:not([open])").CountAsync());
        await visit.AskAsync<object?>("dispatchEvent(new Event('afterprint'))");
        Assert.Equal(1, await visit.Find("main details[open]").CountAsync());
    }

    [Fact]
    public async Task The_keyboard_goes_from_cell_to_cell_and_from_page_to_page()
    {
        await using var visit = await browser.VisitAsync(browser.Page);
        await visit.PressAsync("j", "j");
        Assert.Equal("original-1-4-1", await visit.Find(".at").GetAttributeAsync("id"));
        Assert.True(await visit.AskAsync<double>("scrollY") > 100);
        await visit.PressAsync("k");
        Assert.Equal("imports", await visit.Find(".at").GetAttributeAsync("id"));
        await visit.PressAsync("ArrowRight");
        await visit.UntilAsync("location.pathname.endsWith('/1.5-future.html') && document.readyState === 'complete'");
        await visit.PressAsync("ArrowLeft");
        await visit.UntilAsync("location.pathname.endsWith('/1.4-task.html') && document.readyState === 'complete'");
        await visit.PressAsync("?");
        Assert.True(await visit.Find("#book-help").IsVisibleAsync());
        await visit.PressAsync("j", "Escape");
        Assert.False(await visit.Find("#book-help").IsVisibleAsync());
    }

    [Fact]
    public async Task The_first_Tab_offers_to_skip_to_the_text()
    {
        await using var visit = await browser.VisitAsync(browser.Page);
        await visit.PressAsync("Tab");
        Assert.True(await visit.AskAsync<bool>("document.activeElement.matches('.skip') && document.activeElement.getBoundingClientRect().left >= 0"));
        await visit.PressAsync("Enter");
        Assert.Equal("book-text", await visit.AskAsync<string>("document.activeElement.id"));
    }
}
