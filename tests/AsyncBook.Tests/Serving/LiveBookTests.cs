using AsyncBook.Notebooks;
using AsyncBook.Tests.Exercises;
using Microsoft.Playwright;

namespace AsyncBook.Tests.Serving;

/// <summary>The live book in a real browser.</summary>
[Trait("speed", "slow")]
public sealed class LiveBookTests(LiveBrowser browser) : IClassFixture<LiveBrowser>, IAsyncLifetime
{
    public ValueTask InitializeAsync()
    {
        browser.Server.Folder.Edit(ExerciseFolder.Stub);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_cell_is_changed_and_run_with_the_keyboard_alone()
    {
        await using var visit = await browser.VisitAsync();
        await visit.WriteAsync("prepare", "Console.WriteLine($\"你好 {6 * 7}\");");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await visit.StateAsync("prepare", "done");
        await visit.OutputAsync("prepare", "你好 42");
    }

    [Fact]
    public async Task An_endless_loop_is_stopped_and_a_page_goes_on()
    {
        await using var visit = await browser.VisitAsync();
        await visit.WriteAsync("prepare", "while (true) { }");
        await visit.ActAsync("prepare", "run");
        await visit.StateAsync("prepare", "running");
        await visit.ActAsync("prepare", "stop");
        await visit.StateAsync("prepare", "stopped");
        await visit.ReadyAsync();
        await visit.WriteAsync("prepare", "Console.WriteLine(\"weiter\");");
        await visit.ActAsync("prepare", "run");
        await visit.OutputAsync("prepare", "weiter");
    }

    [Fact]
    public async Task What_was_changed_survives_a_reload_and_can_be_put_back()
    {
        await using var visit = await browser.VisitAsync();
        await visit.WriteAsync("prepare", "Console.WriteLine(\"mine\");");
        await visit.Page.ReloadAsync();
        await visit.ReadyAsync();
        await Assertions.Expect(visit.Cell("prepare").Locator(".cm-content")).ToContainTextAsync("mine");
        await visit.ActAsync("prepare", "reset");
        await Assertions.Expect(visit.Cell("prepare").Locator(".cm-content")).ToContainTextAsync("#!import");
        Assert.Contains("#!import", Notebook.Load(browser.Server.Folder.Notebook).Cells.Single(cell => cell.Id == "prepare").Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exercise_is_solved_and_shown_as_solved()
    {
        await using var visit = await browser.VisitAsync();
        var verdict = visit.Cell("answer").Locator(".live-verdict");
        await visit.WriteAsync("answer", ExerciseFolder.Wrong);
        await visit.ActAsync("answer", "check");
        await Assertions.Expect(verdict).ToContainTextAsync("再想想", new() { Timeout = 30_000 });
        await visit.WriteAsync("answer", ExerciseFolder.Right);
        await visit.Page.Keyboard.PressAsync("Alt+Enter");
        await Assertions.Expect(verdict).ToContainTextAsync("对了", new() { Timeout = 30_000 });
        Assert.Equal(ExerciseFolder.Right, Notebook.Load(browser.Server.Folder.Notebook).Cells.Single(cell => cell.Id == "answer").Source);
        await Assertions.Expect(visit.Page.Locator(".contents .live-progress")).ToHaveTextAsync("✓ 练习通过", LiveVisit.Patience);

        await visit.ActAsync("answer", "reset");
        await Assertions.Expect(visit.Cell("answer").Locator(".cm-content")).ToContainTextAsync("NotImplementedException", new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task Where_an_editor_has_changed_it_too_the_page_asks()
    {
        await using var visit = await browser.VisitAsync();
        browser.Server.Folder.Edit(ExerciseFolder.Wrong);
        await visit.WriteAsync("answer", ExerciseFolder.Right);
        await visit.Cell("answer").Locator(".live-conflict button").First.ClickAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(visit.Cell("answer").Locator(".live-verdict")).ToContainTextAsync("kept in", new() { Timeout = 30_000 });
        Assert.Equal(ExerciseFolder.Right, Notebook.Load(browser.Server.Folder.Notebook).Cells.Single(cell => cell.Id == "answer").Source);
    }

    [Fact]
    public async Task Steps_of_ones_own_code_are_clicked_through()
    {
        await using var visit = await browser.VisitAsync();
        await visit.WriteAsync("prepare", "async Task F()\n{\n    await Task.Delay(1);\n}\nawait F();");
        await visit.ActAsync("prepare", "trace");
        await Assertions.Expect(visit.Cell("prepare").Locator(".player")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await visit.Cell("prepare").Locator(".player button").Nth(1).ClickAsync();
    }

    [Fact]
    public async Task While_one_types_there_is_a_list_and_there_are_marks()
    {
        await using var visit = await browser.VisitAsync();
        await visit.Cell("prepare").Locator(".cm-content").ClickAsync();
        await visit.Page.Keyboard.PressAsync("Control+a");
        await visit.Page.Keyboard.TypeAsync("Console.WriteL");
        await Assertions.Expect(visit.Page.Locator(".cm-tooltip-autocomplete")).ToContainTextAsync("WriteLine", new() { Timeout = 30_000 });
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Keyboard.TypeAsync("(nothing");
        await Assertions.Expect(visit.Cell("prepare").Locator(".cm-lintRange-error").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task A_kernel_that_ends_is_told_and_everything_up_to_there_can_be_run_again()
    {
        await using var visit = await browser.VisitAsync();
        await visit.WriteAsync("prepare", "var n = Environment.TickCount64;\nConsole.WriteLine(\"ran\");");
        await visit.ActAsync("prepare", "run");
        await visit.StateAsync("prepare", "done");
        await visit.WriteAsync("answer", "Environment.Exit(1);");
        await visit.ActAsync("answer", "run");
        await visit.StateAsync("answer", "failed");
        await visit.ReadyAsync();
        await visit.WriteAsync("answer", "Console.WriteLine(n > 0);");
        await visit.Page.Locator(".live-note button").First.ClickAsync();
        await visit.StateAsync("answer", "done");
        await visit.OutputAsync("answer", "True");
    }
}
