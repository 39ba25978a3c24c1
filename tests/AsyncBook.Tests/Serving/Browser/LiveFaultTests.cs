using AsyncBook.Tests.Exercises;
using Microsoft.Playwright;

namespace AsyncBook.Tests.Serving;

/// <summary>What a reader sees when something else than their own code gets in the way, and while they project.</summary>
[Trait("speed", "slow")]
public sealed class LiveFaultTests(LiveBrowser browser) : IClassFixture<LiveBrowser>
{
    private static readonly LocatorAssertionsToContainTextOptions _patience = new() { Timeout = 60_000 };

    [Fact]
    public async Task An_answer_that_was_changed_elsewhere_meanwhile_is_asked_about()
    {
        browser.Server.Folder.Edit(ExerciseFolder.Stub);
        await using var visit = await browser.VisitAsync();
        // What is typed is saved soon after: here, never by itself.
        await visit.Page.EvaluateAsync("() => { const later = window.setTimeout; window.setTimeout = (act, delay, ...more) => delay === 800 ? 0 : later(act, delay, ...more); }");
        await visit.WriteAsync("answer", ExerciseFolder.Right);
        browser.Server.Folder.Edit(ExerciseFolder.Wrong);
        var question = visit.Cell("answer").Locator(".live-conflict");
        await Assertions.Expect(question).ToContainTextAsync("n + 2", _patience);
        await Assertions.Expect(visit.Cell("answer").Locator(".cm-content")).ToContainTextAsync("n + 1", _patience);

        await question.Locator("button").First.ClickAsync();
        await Assertions.Expect(visit.Cell("answer").Locator(".live-verdict")).ToContainTextAsync(".cs", _patience);
        Assert.Equal(ExerciseFolder.Right, browser.Server.Folder.Exercise.Cell.Source);
    }

    [Fact]
    public async Task A_server_that_ended_is_told_and_nothing_is_lost_until_it_is_back()
    {
        await using var server = new ServedFolder();
        string[] command = ["serve", "--no-browser", "--port", $"{AsyncBook.Services.LoopbackPort.Free()}"];
        await server.StartAsync(command);
        await using var visit = await browser.VisitAsync(server, "9.1.html", 1280, dark: false);
        await visit.WriteAsync("prepare", "Console.WriteLine(\"kept\");");
        await server.InterruptAsync();
        var note = visit.Page.Locator(".live-note");
        await Assertions.Expect(note).ToContainTextAsync("服务器不在", _patience);

        await server.StartAsync(command);
        var other = await visit.Page.Context.NewPageAsync();
        await other.GotoAsync(server.Address.AbsoluteUri);
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-kernel", "ready", new() { Timeout = 60_000 });
        await Assertions.Expect(note).ToBeHiddenAsync();
        await visit.ActAsync("prepare", "run");
        await visit.OutputAsync("prepare", "kept");
        visit.Forgive("WebSocket connection");
    }

    [Fact]
    public async Task What_a_cell_said_is_covered_on_its_slide_until_it_runs_there()
    {
        browser.Server.Folder.Edit(ExerciseFolder.Stub);
        await using var visit = await browser.VisitAsync();
        await visit.Page.Locator("body").PressAsync("s");
        var check = visit.Cell("check").Locator("> .slide");
        await visit.Page.EvaluateAsync("book.showSlide([...document.querySelectorAll('main .slide:not(.title-only)')].findIndex(slide => slide.matches('[data-cell=check] > .slide')) + 1)");
        await Assertions.Expect(check.Locator("[data-out]")).ToBeHiddenAsync();
        await visit.Page.EvaluateAsync("document.activeElement.blur()");
        await visit.ActAsync("check", "run");
        await visit.StateAsync("check", "done");
        await Assertions.Expect(check.Locator("[data-out]")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(visit.Page.Locator("body")).Not.ToHaveClassAsync(new System.Text.RegularExpressions.Regex("slides"));
    }
}
