using System.Diagnostics;
using System.Globalization;
using AsyncBook.Tests.Exercises;
using Microsoft.Playwright;

namespace AsyncBook.Tests.Serving.Browser;

/// <summary>The kernels behind the pages, as their readers see them.</summary>
[Trait("speed", "slow")]
public sealed class LiveKernelTests(LiveBrowser browser) : IClassFixture<LiveBrowser>
{
    private static readonly LocatorAssertionsToContainTextOptions _patience = new() { Timeout = 60_000 };

    [Fact]
    public async Task Two_notebooks_run_at_once_and_know_nothing_of_each_other()
    {
        await using var server = new ServedFolder();
        server.Folder.Add("9.2-a", ExerciseFolder.Stub);
        await server.InitializeAsync();
        await using var one = await browser.VisitAsync(server, "9.1.html", 1280, dark: false);
        await using var two = await browser.VisitAsync(server, "9.2.html", 1280, dark: false);
        var flag = server.Folder["flag"];
        await one.WriteAsync("prepare", $"var here = \"甲\";\nwhile (!System.IO.File.Exists(\"{flag}\")) await Task.Delay(20);\nConsole.WriteLine(here);");
        await one.ActAsync("prepare", "run");
        await one.StateAsync("prepare", "running");

        await two.WriteAsync("prepare", $"var here = \"乙\";\nSystem.IO.File.WriteAllText(\"{flag}\", \"\");\nConsole.WriteLine(here);");
        await two.ActAsync("prepare", "run");
        await two.OutputAsync("prepare", "乙");
        await one.OutputAsync("prepare", "甲");
        await one.StateAsync("prepare", "done");
    }

    [Fact]
    public async Task A_kernel_that_was_killed_while_a_cell_ran_is_told_and_the_next_one_runs()
    {
        await using var visit = await browser.VisitAsync();
        await visit.WriteAsync("prepare", "Console.WriteLine($\"pid {Environment.ProcessId}.\");\nawait Task.Delay(-1);");
        await visit.ActAsync("prepare", "run");
        await visit.OutputAsync("prepare", ".");
        await KillAsync(visit);
        await visit.StateAsync("prepare", "failed");
        await GoesOnAsync(visit);
    }

    [Fact]
    public async Task A_kernel_that_was_killed_while_nothing_ran_is_told_at_the_latest_when_a_cell_is_run()
    {
        await using var visit = await browser.VisitAsync();
        await visit.WriteAsync("prepare", "Console.WriteLine($\"pid {Environment.ProcessId}.\");");
        await visit.ActAsync("prepare", "run");
        await visit.StateAsync("prepare", "done");
        await KillAsync(visit);
        await visit.ActAsync("prepare", "run");
        await Assertions.Expect(visit.Page.Locator(".live-note")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await GoesOnAsync(visit);
    }

    [Fact]
    public async Task After_a_restart_nothing_is_known_of_what_ran_before()
    {
        await using var visit = await browser.VisitAsync();
        await visit.WriteAsync("prepare", "var kept = 7;\nConsole.WriteLine(kept);");
        await visit.ActAsync("prepare", "run");
        await visit.StateAsync("prepare", "done");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "重启内核" }).ClickAsync();
        await visit.StateAsync("prepare", "idle");
        await visit.ReadyAsync();
        await visit.WriteAsync("prepare", "Console.WriteLine(kept);");
        await visit.ActAsync("prepare", "run");
        await visit.StateAsync("prepare", "failed");
        await visit.OutputAsync("prepare", "CS0103");
    }

    private static async Task KillAsync(LiveVisit visit)
    {
        var said = await visit.Cell("prepare").Locator("[data-out] pre").InnerTextAsync();
        using var kernel = Process.GetProcessById(int.Parse(said.Trim()["pid ".Length..^1], CultureInfo.InvariantCulture));
        kernel.Kill();
        await kernel.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
    }

    private static async Task GoesOnAsync(LiveVisit visit)
    {
        await Assertions.Expect(visit.Page.Locator(".live-note")).ToContainTextAsync("137", _patience);
        await visit.ReadyAsync();
        await visit.WriteAsync("prepare", "Console.WriteLine(\"weiter\");");
        await visit.ActAsync("prepare", "run");
        await visit.OutputAsync("prepare", "weiter");
    }
}
