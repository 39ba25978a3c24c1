using AsyncBook.Publishing;

namespace AsyncBook.Tests.Publishing;

/// <summary>A notebook by someone who means harm, as a page in a real browser.</summary>
[Collection(nameof(BookInBrowser))]
[Trait("speed", "slow")]
public sealed class HostileBookTests(BookBrowser browser)
{
    private const string Notebook = "Publishing/Hostile/hostile-book.ipynb";

    [Theory]
    [InlineData(SmallBook.Page)]
    [InlineData(PrintPage.Address)]
    public async Task Nothing_of_a_hostile_notebook_runs_and_nothing_is_asked_for(string page)
    {
        using var folder = new TemporaryFolder();
        await using var visit = await OpenAsync(folder, page);
        await visit.Page.AddInitScriptAsync("window.pwned = []; window.pwn = name => window.pwned.push(name);");
        await visit.Page.ReloadAsync();
        await visit.AskAsync<object?>("document.querySelectorAll('details').forEach(details => { details.open = true; })");
        await visit.PressAsync("s", "ArrowRight", "ArrowRight", "Escape");
        await visit.Page.WaitForTimeoutAsync(500);
        Assert.Empty(await visit.AskAsync<string[]>("window.pwned.map(String)"));
        // The visit's end sees to it that no request left the folder, and that none was even tried and refused.
    }

    [Theory]
    [InlineData(SmallBook.Page)]
    [InlineData(PrintPage.Address)]
    public async Task Nothing_that_could_act_is_left_on_its_page_and_it_does_not_repaint_the_rest(string page)
    {
        using var folder = new TemporaryFolder();
        await using var visit = await OpenAsync(folder, page);
        Assert.Equal(0, await visit.Find("main :is(script, iframe, object, embed, form, button:not([data-do], .copy), textarea, select, base, meta, link, video, audio, foreignObject, set, animate, animateTransform)").CountAsync());
        Assert.Empty(await visit.AskAsync<string[]>("[...document.querySelectorAll('main *')].flatMap(element => [...element.attributes]).filter(attribute => /^on|srcdoc|srcset|formaction/i.test(attribute.name) || /^\\s*(javascript|vbscript|data:text)/i.test(attribute.value)).map(attribute => attribute.name + '=' + attribute.value)"));
        Assert.NotEqual("none", await visit.AskAsync<string>("getComputedStyle(document.querySelector('main')).display"));
        Assert.Equal("none", await visit.AskAsync<string>("getComputedStyle(document.body).outlineStyle"));
        Assert.Equal("block", await visit.AskAsync<string>("getComputedStyle(document.querySelector('main p')).display"));
        Assert.Equal(1, await visit.AskAsync<int>("document.querySelectorAll('#book-help').length"));
    }

    [Fact]
    public async Task A_script_written_into_a_page_afterwards_is_stopped_by_the_policy()
    {
        await using var visit = await browser.VisitAsync(browser.Page);
        visit.IsExamined = true;
        await visit.AskAsync<object?>("(() => { const script = document.createElement('script'); script.textContent = 'window.pwned = 1'; document.body.append(script); document.body.insertAdjacentHTML('beforeend', '<img src=data:, onerror=\"window.pwned = 2\"><img src=\"http://127.0.0.1:9/x\">'); })()");
        await visit.Page.WaitForTimeoutAsync(300);
        Assert.Null(await visit.AskAsync<int?>("window.pwned ?? null"));
    }

    [Fact]
    public async Task A_picture_is_drawn_in_its_frame_and_over_nothing_else()
    {
        using var folder = new TemporaryFolder();
        SmallBook.Make(folder, SampleNotebook.Text("text", "# 题\n\n字"), SampleNotebook.Code("code", "1", outputs: """
            [{"output_type": "display_data", "metadata": {}, "data": {"image/svg+xml":
              "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'><style>svg, rect { position: fixed; inset: 0; width: 100vw; height: 100vh; z-index: 99999; fill: red }</style><rect width='20' height='20'/></svg>"}}]
            """));
        await using var visit = await browser.VisitAsync(folder["book/" + SmallBook.Page]);
        Assert.Equal("H1", await visit.AskAsync<string>("(() => { const at = document.querySelector('main h1').getBoundingClientRect(); return document.elementFromPoint(at.x + 5, at.y + at.height / 2).tagName; })()"));
        Assert.True(await visit.AskAsync<bool>("(() => { const frame = document.querySelector('.picture').getBoundingClientRect(); return [...Array(20).keys()].flatMap(x => [...Array(20).keys()].map(y => [x * innerWidth / 20, y * innerHeight / 20])).every(([x, y]) => !document.elementFromPoint(x, y)?.closest('.picture svg') || (x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom)); })()"));
    }

    private async Task<Visit> OpenAsync(TemporaryFolder folder, string page)
    {
        folder.Write("notebooks/" + Path.ChangeExtension(SmallBook.Page, ".ipynb"), await File.ReadAllTextAsync(Path.Combine(Repository.Tests, "AsyncBook.Tests", Notebook)));
        Book.Write(new(folder["notebooks"], folder["book"], Slides: false));
        return await browser.VisitAsync(folder["book/" + page]);
    }
}
