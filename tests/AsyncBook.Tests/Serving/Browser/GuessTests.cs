using Microsoft.Playwright;

namespace AsyncBook.Tests.Serving.Browser;

/// <summary>A prediction comes before its cell is run: guess first, or skip.</summary>
[Trait("speed", "slow")]
public sealed class GuessTests(LiveBrowser browser) : IClassFixture<LiveBrowser>
{
    private const string Cell = "port-hot";

    [Fact]
    public async Task Before_the_guess_the_button_says_that_it_skips_and_what_is_stored_is_not_shown()
    {
        await using var visit = await VisitAsync();
        await Assertions.Expect(Run(visit)).ToContainTextAsync("跳过");
        await Assertions.Expect(visit.Cell(Cell).Locator("[data-out]")).ToBeHiddenAsync();

        await visit.Cell(Cell).GetByText("先猜一猜").ClickAsync();
        await Assertions.Expect(Choices(visit).First).ToBeFocusedAsync();
        await Choices(visit).Nth(1).ClickAsync();
        await Assertions.Expect(Run(visit)).ToHaveTextAsync("▶ 运行");
        await Assertions.Expect(visit.Cell(Cell).Locator("[data-out]")).ToBeVisibleAsync();

        await ReloadAsync(visit);
        await Assertions.Expect(Run(visit)).ToHaveTextAsync("▶ 运行");
    }

    [Fact]
    public async Task The_keyboard_goes_to_the_question_first_and_from_its_choice_to_the_run_button()
    {
        await using var visit = await VisitAsync();
        await visit.Cell(Cell).Locator(".cm-content").ClickAsync();
        await visit.Page.Keyboard.PressAsync("Shift+Enter");
        await Assertions.Expect(Choices(visit).First).ToBeFocusedAsync();
        Assert.Equal("idle", await visit.Cell(Cell).GetAttributeAsync("data-state"));

        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Run(visit)).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.StateAsync(Cell, "done");
    }

    [Fact]
    public async Task Who_skips_runs_at_once_and_is_not_asked_again()
    {
        await using var visit = await VisitAsync();
        await visit.ActAsync(Cell, "run");
        await visit.StateAsync(Cell, "done");
        await Assertions.Expect(visit.Cell(Cell).Locator("[data-out]")).ToBeVisibleAsync();
        await ReloadAsync(visit);
        await Assertions.Expect(Run(visit)).ToHaveTextAsync("▶ 运行");
        await Assertions.Expect(Choices(visit).First).ToBeEnabledAsync();
    }

    [Fact]
    public async Task Running_up_to_a_later_cell_waits_for_no_guess_and_answers_none()
    {
        await using var visit = await VisitAsync();
        await visit.ActAsync("port-cold", "above");
        await visit.StateAsync("port-cold", "done");
        await Assertions.Expect(visit.Cell(Cell).Locator("[data-out]")).ToBeVisibleAsync();
        await Assertions.Expect(Choices(visit).First).ToBeEnabledAsync();
        await ReloadAsync(visit);
        await Assertions.Expect(Run(visit)).ToContainTextAsync("跳过");
    }

    private Task<LiveVisit> VisitAsync() => browser.VisitAsync(browser.Real, "1.4-task.html", 1280, dark: false);

    private static async Task ReloadAsync(LiveVisit visit)
    {
        await visit.Page.ReloadAsync();
        await visit.ReadyAsync();
    }

    private static ILocator Run(LiveVisit visit) => visit.Cell(Cell).Locator("[data-act=run]");

    private static ILocator Choices(LiveVisit visit) => visit.Page.Locator($"[data-quiz][data-of={Cell}] .choice");
}
