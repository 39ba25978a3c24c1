using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AsyncBook.Tests.Serving.Browser;

/// <summary>The editors of a live page: when they are made, what can be written in them, and with what.</summary>
[Trait("speed", "slow")]
public sealed class LiveEditorTests(LiveBrowser browser) : IClassFixture<LiveBrowser>
{
    // A browser that never has nothing to do.
    private const string NeverIdle = "window.requestIdleCallback = () => 0";

    [Fact]
    public async Task An_editor_is_made_when_its_cell_comes_near_or_gets_the_focus()
    {
        await using var visit = await browser.VisitAsync(browser.Real, "1.4-task.html", 1280, dark: false);
        await visit.Page.Context.AddInitScriptAsync(NeverIdle);
        await visit.Page.ReloadAsync();
        await visit.ReadyAsync();
        var (near, far) = (visit.Cell("exercise-1-4-a"), visit.Cell("exercise-1-4-b"));
        await Assertions.Expect(near.Locator("pre code")).ToContainTextAsync("FirstSuccessAsync");
        await Assertions.Expect(near.Locator(".cm-content")).ToHaveCountAsync(0);
        await far.Locator("figure.code pre").EvaluateAsync("pre => pre.focus({ preventScroll: true })");
        await Assertions.Expect(far.Locator(".cm-content")).ToBeFocusedAsync();
        await Assertions.Expect(near.Locator(".cm-content")).ToHaveCountAsync(0);
        await near.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(near.Locator(".cm-content")).ToContainTextAsync("FirstSuccessAsync");
    }

    [Fact]
    public async Task The_other_editors_are_made_while_nobody_waits()
    {
        await using var visit = await browser.VisitAsync(browser.Real, "1.4-task.html", 1280, dark: false);
        await Assertions.Expect(visit.Page.Locator(".live-editor .cm-content")).ToHaveCountAsync(await visit.Page.Locator("[data-cell]").CountAsync(), new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task A_cell_that_has_no_editor_yet_is_run_copied_and_remembered_as_it_stands()
    {
        await using var visit = await browser.VisitAsync();
        await visit.WriteAsync("prepare", "Console.WriteLine(\"kept\");");
        await visit.Page.Context.AddInitScriptAsync(NeverIdle + "; window.IntersectionObserver = class { observe() { } unobserve() { } };");
        await visit.Page.ReloadAsync();
        await visit.ReadyAsync();
        await Assertions.Expect(visit.Cell("prepare").Locator("figure.code pre")).ToContainTextAsync("kept");
        Assert.Equal("Console.WriteLine(\"kept\");", await visit.Cell("prepare").Locator("figure.code").EvaluateAsync<string>("figure => figure.codeText()"));
        await visit.ActAsync("prepare", "run");
        await visit.OutputAsync("prepare", "kept");
        await Assertions.Expect(visit.Page.Locator(".cm-content")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Completion_wakes_up_once_a_kernel_before_anything_is_typed()
    {
        await using var visit = await browser.VisitAsync();
        await visit.Page.EvaluateAsync("""
            () => {
              [window.asked, window.kernels] = [[], []];
              const [ask, hear] = [live.ask, live.heard.kernel];
              live.ask = (kind, ...rest) => { asked.push(kind); return ask(kind, ...rest); };
              live.heard.kernel = message => { hear(message); kernels.push(message.state); };
            }
            """);
        await visit.Cell("prepare").Locator(".cm-content").FocusAsync();
        await visit.Cell("answer").Locator(".cm-content").FocusAsync();
        await visit.Cell("prepare").Locator(".cm-content").FocusAsync();
        Assert.Equal(["complete", "signature"], await visit.Page.EvaluateAsync<string[]>("window.asked"));

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "重启内核" }).ClickAsync();
        await visit.Page.EvaluateAsync("() => new Promise(resolve => { const look = () => kernels.includes('ready') ? resolve() : setTimeout(look, 20); look(); })").WaitAsync(TimeSpan.FromMinutes(1));
        await visit.Cell("answer").Locator(".cm-content").FocusAsync();
        Assert.Equal(["complete", "signature", "complete", "signature"], await visit.Page.EvaluateAsync<string[]>("window.asked"));
    }

    [Fact]
    public async Task Chinese_is_written_as_an_input_method_writes_it()
    {
        await using var visit = await browser.VisitAsync();
        await visit.WriteAsync("prepare", "Console.WriteLine(\"\");");
        for (var i = 0; i < 3; i++)
        {
            await visit.Page.Keyboard.PressAsync("ArrowLeft");
        }

        var keys = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        foreach (var typed in new[] { "n", "ni", "ni h", "ni hao" })
        {
            await keys.SendAsync("Input.imeSetComposition", new() { ["text"] = typed, ["selectionStart"] = typed.Length, ["selectionEnd"] = typed.Length });
        }

        await Assertions.Expect(visit.Cell("prepare").Locator(".cm-content")).ToContainTextAsync("ni hao");
        await keys.SendAsync("Input.insertText", new() { ["text"] = "你好" });
        await Assertions.Expect(visit.Cell("prepare").Locator(".cm-content")).ToHaveTextAsync("Console.WriteLine(\"你好\");");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await visit.OutputAsync("prepare", "你好");
    }

    [Fact]
    public async Task Everything_is_reached_and_done_with_the_keyboard()
    {
        await using var visit = await browser.VisitAsync();
        var keyboard = visit.Page.Keyboard;
        await TabToAsync(visit, "[data-cell=prepare] .cm-content");
        await keyboard.PressAsync("Control+a");
        await keyboard.InsertTextAsync("while (true) { }");
        await TabToAsync(visit, "[data-cell=prepare] [data-act=run]");
        await keyboard.PressAsync("Enter");
        await visit.StateAsync("prepare", "running");
        await TabToAsync(visit, "[data-cell=prepare] [data-act=stop]");
        await keyboard.PressAsync("Enter");
        await visit.StateAsync("prepare", "stopped");
        await visit.ReadyAsync();

        await TabToAsync(visit, "[data-cell=prepare] [data-act=reset]");
        await keyboard.PressAsync("Enter");
        await TabToAsync(visit, "[data-cell=answer] .cm-content");
        await keyboard.PressAsync("Alt+Enter");
        await Assertions.Expect(visit.Cell("answer").Locator(".live-verdict")).ToContainTextAsync("未完成", new() { Timeout = 60_000 });
        await visit.StateAsync("check", "done");
    }

    [Fact]
    public async Task A_long_line_is_broken_on_its_slide_rather_than_hidden()
    {
        await using var visit = await browser.VisitAsync();
        await visit.WriteAsync("prepare", $"var text = \"{new string('很', 160)}\";");
        await visit.Page.EvaluateAsync("() => { document.activeElement.blur(); book.actions.slides(); book.showSlide([...document.querySelectorAll('main .slide:not(.title-only)')].findIndex(slide => slide.matches('[data-cell=prepare] > .slide')) + 1); }");
        var (shown, written) = (visit.Cell("prepare").Locator(".live-editor > pre"), visit.Cell("prepare").Locator(".cm-scroller"));
        await Assertions.Expect(shown).ToContainTextAsync("很很");
        await Assertions.Expect(written).ToBeHiddenAsync();
        await FitsAsync(shown);

        await shown.ClickAsync();
        await Assertions.Expect(visit.Cell("prepare").Locator(".cm-content")).ToBeFocusedAsync();
        await FitsAsync(written);
        await visit.Page.Keyboard.PressAsync("Control+Home");
        await visit.Page.Keyboard.InsertTextAsync("// vorn\n");
        // The first may only close a list of completions.
        for (var i = 0; i < 5 && !await shown.IsVisibleAsync(); i++)
        {
            await visit.Page.Keyboard.PressAsync("Escape");
        }

        await Assertions.Expect(shown).ToContainTextAsync("// vorn");
        await FitsAsync(shown);
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(shown).ToBeHiddenAsync();
        await Assertions.Expect(written).ToContainTextAsync("// vorn");
    }

    private static async Task FitsAsync(ILocator code)
    {
        await Assertions.Expect(code).ToBeVisibleAsync();
        Assert.InRange(await code.EvaluateAsync<int>("code => code.scrollWidth - code.clientWidth"), 0, 2);
        Assert.InRange(await code.EvaluateAsync<double>("code => parseFloat(getComputedStyle(code).fontSize)"), 17.9, 60);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task A_page_in_the_middle_of_work_has_no_serious_fault_and_does_not_scroll_sideways(int width)
    {
        await using var visit = await browser.VisitAsync(browser.Server, "9.1.html", width, dark: false);
        await visit.WriteAsync("prepare", $"async Task F()\n{{\n    await Task.Delay(1);\n    Console.WriteLine(\"{new string('x', 300)}\");\n}}\nawait F();");
        await visit.ActAsync("prepare", "trace");
        await Assertions.Expect(visit.Cell("prepare").Locator(".player")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await visit.ActAsync("answer", "run");
        await visit.StateAsync("answer", "done");
        await visit.WriteAsync("prepare", "throw new InvalidOperationException(\"mit Absicht\");");
        await visit.ActAsync("prepare", "run");
        await visit.StateAsync("prepare", "failed");
        var result = await visit.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.Equal([], result.Violations.Where(found => found.Impact is "serious" or "critical").Select(found => $"{found.Id}: {found.Nodes[0].Html}"));
        Assert.Equal(width, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    // As often as it takes, and not for ever.
    private static async Task TabToAsync(LiveVisit visit, string selector)
    {
        for (var i = 0; i < 80; i++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            if (await visit.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"the tabulator does not lead to {selector}");
    }
}
