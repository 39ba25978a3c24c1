using AsyncBook.Tests.Exercises;
using Microsoft.Playwright;

namespace AsyncBook.Tests.Serving.Browser;

/// <summary>Hints and the answer of an exercise, on a live page.</summary>
[Trait("speed", "slow")]
public sealed class AnswerTests(LiveBrowser browser) : IClassFixture<LiveBrowser>, IAsyncLifetime
{
    public ValueTask InitializeAsync()
    {
        browser.Server.Folder.Edit(ExerciseFolder.Stub);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_answer_is_there_once_ones_own_was_checked()
    {
        await using var visit = await browser.VisitAsync();
        await Assertions.Expect(Answer(visit)).ToBeHiddenAsync();
        await visit.ActAsync("answer", "check");
        await Assertions.Expect(visit.Cell("check")).ToHaveAttributeAsync("data-state", new System.Text.RegularExpressions.Regex("done|failed"), new() { Timeout = 60_000 });
        await Assertions.Expect(Answer(visit)).ToBeHiddenAsync();

        await visit.WriteAsync("answer", ExerciseFolder.Wrong);
        await visit.ActAsync("answer", "check");
        await Assertions.Expect(Answer(visit)).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.False(await Answer(visit).EvaluateAsync<bool>("details => details.open"));
        await Assertions.Expect(visit.Page.Locator(".live-locked")).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page.Locator(".contents .live-progress")).ToHaveTextAsync("练习 0/1，还不对", LiveVisit.Patience);
    }

    [Theory]
    [InlineData("button")]
    [InlineData("key")]
    [InlineData("all")]
    public async Task However_a_check_is_run_page_contents_and_start_page_say_what_it_found(string way)
    {
        await using var visit = await browser.VisitAsync();
        foreach (var (answer, state, words) in new[] { (ExerciseFolder.Wrong, "not-yet", "练习 0/1，还不对"), (ExerciseFolder.Right, "passed", "✓ 练习通过") })
        {
            await visit.WriteAsync("answer", answer);
            await RunCheckAsync(visit, way);
            await Assertions.Expect(visit.Cell("answer")).ToHaveAttributeAsync("data-exercise-state", state, new() { Timeout = 60_000 });
            await Assertions.Expect(visit.Page.Locator(".contents .live-progress")).ToHaveTextAsync(words, LiveVisit.Patience);
            Assert.Equal(answer, browser.Server.Folder.Exercise.Cell.Source);
        }

        await visit.Page.GotoAsync(new Uri(browser.Server.Root, "index.html").AbsoluteUri);
        await Assertions.Expect(visit.Page.Locator(".cards .live-progress")).ToHaveTextAsync("✓ 练习通过", LiveVisit.Patience);
    }

    private static async Task RunCheckAsync(LiveVisit visit, string way)
    {
        switch (way)
        {
            case "button":
                await visit.ActAsync("check", "run");
                break;
            case "key":
                // A check's code is folded away.
                await visit.Cell("check").Locator("details").First.EvaluateAsync("details => { details.open = true; }");
                await visit.Cell("check").Locator(".cm-content").ClickAsync();
                await visit.Page.Keyboard.PressAsync("Shift+Enter");
                break;
            default:
                await visit.Page.GetByRole(AriaRole.Button, new() { Name = "全部运行" }).ClickAsync();
                break;
        }
    }

    [Fact]
    public async Task The_start_page_says_how_far_one_is()
    {
        await using var visit = await browser.VisitAsync();
        await visit.Page.GotoAsync(new Uri(browser.Server.Root, "index.html").AbsoluteUri);
        await Assertions.Expect(visit.Page.Locator(".cards .live-progress")).ToHaveTextAsync("练习 1 个，未完成", LiveVisit.Patience);
        await visit.Page.Mouse.WheelAsync(0, 400);
        await visit.Page.EvaluateAsync("() => new Promise(done => { document.addEventListener('scroll', () => setTimeout(done), { capture: true, once: true }); scrollBy(0, -1); scrollBy(0, 1); setTimeout(done, 1000); })");
    }

    [Fact]
    public async Task The_answer_is_there_for_whoever_wants_it_and_stays()
    {
        await using var visit = await browser.VisitAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "现在就看" }).ClickAsync();
        await Assertions.Expect(Answer(visit)).ToContainTextAsync("n + 1");
        Assert.True(await Answer(visit).EvaluateAsync<bool>("details => details.open"));
        await visit.Page.ReloadAsync();
        await visit.ReadyAsync();
        await Assertions.Expect(Answer(visit)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Hints_open_one_by_one()
    {
        await using var visit = await browser.VisitAsync();
        var hints = visit.Page.Locator("[data-hint] details");
        await Assertions.Expect(hints.Nth(0)).ToBeVisibleAsync();
        await Assertions.Expect(hints.Nth(1)).ToBeHiddenAsync();
        await hints.Nth(0).Locator("summary").ClickAsync();
        await Assertions.Expect(hints.Nth(1)).ToBeVisibleAsync();
    }

    private static ILocator Answer(LiveVisit visit) => visit.Page.Locator("[data-solution] details");
}
