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
