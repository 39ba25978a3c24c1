using AsyncBook.Notebooks;
using AsyncBook.Tests.Exercises;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
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

    [Fact]
    public async Task A_whole_notebook_runs_from_its_page()
    {
        await using var visit = await browser.VisitAsync(browser.Real, "1.4-task.html", 1280, dark: false);
        await visit.Page.Locator(".live-bar button").First.ClickAsync();
        var cells = visit.Page.Locator("[data-cell]");
        var count = await cells.CountAsync();
        Assert.True(count > 10, $"only {count}");
        await Assertions.Expect(visit.Page.Locator("[data-cell][data-state=done]")).ToHaveCountAsync(count, new() { Timeout = 90_000 });
        await Assertions.Expect(visit.Page.Locator("[data-out] .picture svg").First).ToBeVisibleAsync();
        foreach (var cell in Notebook.Load(Path.Combine(Repository.Notebooks, "1.4-task.ipynb")).Cells.Where(cell => cell.Kind == CellKind.Code && cell.Parity == Parity.Exact))
        {
            var stored = string.Concat(cell.Outputs.OfType<StreamOutput>().Select(output => output.Text)).Trim();
            Assert.Equal(stored, (await visit.Cell(cell.Id).Locator("[data-out] pre:not(.stderr)").First.InnerTextAsync()).Trim());
        }
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    public async Task A_live_page_has_no_serious_fault_and_fits_a_phone(int width, bool dark)
    {
        await using var visit = await browser.VisitAsync(browser.Real, "1.4-task.html", width, dark);
        await Assertions.Expect(visit.Page.Locator(".live-progress").First).ToBeVisibleAsync(new() { Visible = width > 600 });
        var result = await visit.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.Equal([], result.Violations.Where(found => found.Impact is "serious" or "critical").Select(found => $"{found.Id}: {found.Nodes[0].Html}"));
        Assert.Equal(width, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Two_tabs_on_one_notebook_have_a_kernel_each_and_share_the_answer()
    {
        await using var visit = await browser.VisitAsync();
        var first = visit.Page;
        await visit.WriteAsync("prepare", "var mine = 1;\nConsole.WriteLine(\"first\");");
        await visit.ActAsync("prepare", "run");
        await visit.OutputAsync("prepare", "first");
        await visit.OpenAsync();
        await visit.WriteAsync("prepare", "mine");
        await visit.ActAsync("prepare", "run");
        await visit.StateAsync("prepare", "failed");
        await visit.WriteAsync("answer", ExerciseFolder.Right);
        await Assertions.Expect(first.Locator("[data-cell=answer] .cm-content")).ToContainTextAsync("n + 1", new() { Timeout = 30_000 });
    }
}
