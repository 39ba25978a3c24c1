using AngleSharp.Html.Parser;
using AsyncBook.Publishing;

namespace AsyncBook.Tests.Publishing;

/// <summary>The player, stepping through 1.4's two programs in a real browser, from files.</summary>
[Collection(nameof(BookInBrowser))]
[Trait("speed", "slow")]
public sealed class PlayerTests(BookBrowser browser) : IDisposable
{
    private const string Pane = ".pane >> nth=0";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_goes_forward_and_back_through_the_whole_of_both_programs()
    {
        await using var visit = await OpenAsync();
        foreach (var (pane, label) in new[] { (0, "C#"), (1, "Python") })
        {
            var controls = visit.Find(".pane").Nth(pane);
            Assert.Equal(label, await controls.Locator("h4").TextContentAsync());
            var total = int.Parse((await controls.Locator("input").GetAttributeAsync("max"))!, System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(total >= SteppedBook.Steps);
            var seen = await visit.AskAsync<string[]>(
                $$"""
                (() => {
                  const pane = document.querySelectorAll(".pane")[{{pane}}];
                  const look = () => pane.querySelector("input").value + pane.querySelector(".why").textContent + pane.querySelector(".said").textContent + pane.querySelector(".facts").textContent;
                  const there = [look()], back = [];
                  for (let i = 1; i < {{total}}; i++) { pane.move(1); there.push(look()); }
                  back.push(look());
                  for (let i = 1; i < {{total}}; i++) { pane.move(-1); back.push(look()); }
                  return [there.join("|"), back.reverse().join("|"), String(pane.move(-1))];
                })()
                """);
            Assert.Equal(seen[0], seen[1]);
            Assert.Equal("false", seen[2]);
        }
    }

    [Fact]
    public async Task In_CSharp_the_call_runs_and_in_Python_it_queues()
    {
        await using var visit = await OpenAsync();
        await GoAsync(visit, 0, 7);
        Assert.Equal("FuncAsync 打印“1”。", await WhyAsync(visit, 0));
        Assert.Equal("4:▶ FuncAsync | 12:↳ MainAsync", string.Join(" | ", await MarksAsync(visit, 0)));
        Assert.Equal("—", await FactAsync(visit, 0, "队列"));
        Assert.Equal("main开始\n1", await visit.Find(".pane").Nth(0).Locator(".said").TextContentAsync());

        await GoAsync(visit, 0, 10);
        Assert.Equal("FuncAsync 停在第 5 行，等 1 s：让出线程 1，回到调用它的 MainAsync。", await WhyAsync(visit, 0));
        Assert.Equal("5:‖ FuncAsync | 12:▶ MainAsync", string.Join(" | ", await MarksAsync(visit, 0)));
        await GoAsync(visit, 0, 15);
        Assert.Equal("1 s 到了，FuncAsync 的延续进队列（排在队首）。", await WhyAsync(visit, 0));

        await GoAsync(visit, 1, 8);
        Assert.Equal("main 把 func #2 放进队列：只是排队，还没有开始跑（前面还有 1 个）。", await WhyAsync(visit, 1));
        Assert.Contains("func", await FactAsync(visit, 1, "队列"), StringComparison.Ordinal);
        Assert.Equal("13:▶ main", string.Join(" | ", await MarksAsync(visit, 1)));
        await GoAsync(visit, 1, 12);
        Assert.Equal("main 停在第 17 行，等 func 做完：让出线程 1，轮到队首 func。", await WhyAsync(visit, 1));
    }

    [Fact]
    public async Task The_keyboard_steps_plays_and_the_slider_jumps()
    {
        await using var visit = await OpenAsync();
        await visit.PressAsync("ArrowRight", "ArrowRight", "ArrowLeft");
        Assert.Equal("2", await visit.Find(Pane).Locator("input").InputValueAsync());
        await visit.PressAsync("End");
        Assert.Equal($"{SteppedBook.Steps}", await visit.Find(Pane).Locator("input").InputValueAsync());
        await visit.PressAsync("Home", " ");
        await visit.UntilAsync("document.querySelector('.pane input').value === '3'");
        await visit.PressAsync(" ");
        await visit.Find(Pane).Locator("input").FillAsync("15");
        Assert.StartsWith("1 s 到了", await WhyAsync(visit, 0), StringComparison.Ordinal);
        Assert.Equal("polite", await visit.Find(Pane).Locator(".why").GetAttributeAsync("aria-live"));
        Assert.EndsWith("1.4-task.html", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_presenter_goes_through_both_languages_steps_and_on_to_the_next_slide()
    {
        await using var visit = await browser.VisitAsync(SteppedBook.Make(_folder));
        await visit.AskAsync<object?>("book.showSlide([...document.querySelectorAll('main .slide:not(.title-only)')].findIndex(slide => slide.matches('.steps')) + 1)");
        await visit.UntilAsync("document.querySelector('.now .player') !== null");
        for (var step = 0; step < SteppedBook.Steps; step++)
        {
            await visit.PressAsync("ArrowRight");
        }

        Assert.Equal("Python", await visit.Find(".pane.active h4").TextContentAsync());
        await visit.PressAsync("ArrowRight");
        Assert.Equal("2", await visit.Find(".pane.active input").InputValueAsync());
        Assert.True(await visit.Find(".now.steps").IsVisibleAsync());
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task It_fits_a_phone_and_has_no_serious_fault(bool dark, bool phone)
    {
        await using var visit = await OpenAsync(dark, phone);
        await GoAsync(visit, 0, 10);
        Assert.True(await visit.AskAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(await AccessibilityTests.FaultsAsync(visit));
    }

    [Fact]
    public async Task The_playhead_goes_over_lanes_that_tell_queued_waiting_and_calling_apart()
    {
        await using var visit = await OpenAsync();
        await GoAsync(visit, 0, 7);
        var early = await PlayheadAsync(visit);
        await GoAsync(visit, 0, 15);
        Assert.True(await PlayheadAsync(visit) > early);
        Assert.Equal("calling", (await LanesAsync(visit, 0)).Single(lane => lane[0] == "MainAsync")[2]);
        Assert.Equal(["FuncAsync", "running", "suspended", "ready", "running"], (await LanesAsync(visit, 0)).Single(lane => lane[0] == "FuncAsync"));
        Assert.Equal(["func", "ready", "running", "suspended"], (await LanesAsync(visit, 1)).Single(lane => lane[0] == "func").Take(4));
        Assert.Equal(4, await visit.AskAsync<int>("document.querySelector('.pane .lanes').querySelectorAll('.track .said-here').length"));

        await visit.Find(".pane").Nth(0).Locator(".lanes .track").First.ClickAsync(new() { Position = new() { X = 1, Y = 5 } });
        Assert.Equal("1", await visit.Find(Pane).Locator("input").InputValueAsync());
    }

    [Fact]
    public async Task On_a_slide_all_of_it_is_seen_and_its_code_can_be_read()
    {
        await using var visit = await browser.VisitAsync(BookBrowser.RealPage);
        await visit.Page.SetViewportSizeAsync(1280, 720);
        var slides = await visit.AskAsync<int[]>("[...document.querySelectorAll('main .slide:not(.title-only)')].flatMap((slide, index) => slide.matches('.steps') ? [index + 1] : [])");
        Assert.True(slides.Length >= 5);
        foreach (var slide in slides)
        {
            await visit.AskAsync<object?>($"book.showSlide({slide})");
            await visit.UntilAsync("document.querySelector('.now .player') !== null");
            var small = await visit.AskAsync<string[]>(
                """
                [...document.querySelectorAll(".now .pane")].flatMap(pane => [1, Math.round(pane.total / 2), pane.total].flatMap(step => {
                  pane.show(step);
                  const slide = document.querySelector(".slide.now"), code = pane.querySelector(".code-lines");
                  return [
                    ...(slide.scrollHeight > slide.clientHeight + 1 || pane.scrollHeight > pane.clientHeight + 1 ? [`step ${step} scrolls`] : []),
                    ...(parseFloat(getComputedStyle(code).fontSize) < 18 || code.clientHeight < 90 ? [`step ${step}: ${getComputedStyle(code).fontSize}, ${code.clientHeight} px`] : []),
                  ];
                }))
                """);
            Assert.Empty(small.Select(fault => $"slide {slide} {fault}"));
        }
    }

    [Fact]
    public async Task On_paper_it_is_a_strip_of_the_moments_that_decide()
    {
        await using var visit = await OpenAsync();
        await visit.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        Assert.False(await visit.Find(Pane).Locator(".controls").IsVisibleAsync());
        Assert.Contains("FuncAsync 停在第 5 行", await visit.Find(Pane).Locator(".strip").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_JavaScript_the_steps_stand_as_text()
    {
        var page = new HtmlParser().ParseDocument(File.ReadAllText(SteppedBook.Make(_folder)));
        var text = page.QuerySelector("#hot .steps details")!.TextContent;
        Assert.Contains("第 1 步 MainAsync 开始", text, StringComparison.Ordinal);
        Assert.Contains("main开始", text, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#hot figure.output + figure.output"));
    }

    [Fact]
    public void No_script_of_the_book_is_over_20_KB() =>
        Assert.All(Assets.Scripts.Concat(Assets.Others), name => Assert.InRange(Assets.Read(name).Length, 1, 20 * 1024));

    private static Task<double> PlayheadAsync(Visit visit) => visit.AskAsync<double>("document.querySelector('.pane .lanes .later').getBoundingClientRect().left");

    // For each lane its name, and what it was, one after the other.
    private static Task<string[][]> LanesAsync(Visit visit, int pane) => visit.AskAsync<string[][]>(
        $"[...document.querySelectorAll('.pane')[{pane}].querySelectorAll('.lanes .who:not(.track)')].slice(1).map(who => [who.textContent, ...[...who.nextSibling.querySelectorAll('i:not(.said-here)')].map(part => part.className)])");

    private async Task<Visit> OpenAsync(bool dark = false, bool phone = false)
    {
        var visit = await browser.VisitAsync(SteppedBook.Make(_folder), dark, phone);
        await visit.Find(".open-steps").ClickAsync();
        await visit.UntilAsync("document.activeElement.matches('.player')");
        return visit;
    }

    private static Task<object?> GoAsync(Visit visit, int pane, int step) => visit.AskAsync<object?>($"document.querySelectorAll('.pane')[{pane}].show({step})");

    private static Task<string?> WhyAsync(Visit visit, int pane) => visit.Find(".pane").Nth(pane).Locator(".why").TextContentAsync();

    private static Task<string[]> MarksAsync(Visit visit, int pane) => visit.AskAsync<string[]>(
        $"[...document.querySelectorAll('.pane')[{pane}].querySelectorAll('.code-lines li')].flatMap((line, index) => [...line.querySelectorAll('.chip')].map(chip => (index + 1) + ':' + chip.textContent))");

    private static Task<string> FactAsync(Visit visit, int pane, string label) => visit.AskAsync<string>(
        $"[...document.querySelectorAll('.pane')[{pane}].querySelectorAll('.facts div')].find(fact => fact.firstChild.textContent === '{label}').lastChild.textContent");
}
