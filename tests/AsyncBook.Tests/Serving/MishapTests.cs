using System.Diagnostics;
using System.Globalization;
using AsyncBook.IO;

namespace AsyncBook.Tests.Serving;

/// <summary>Whatever a cell does to its kernel, or somebody else does: the page is told, and goes on.</summary>
[Trait("speed", "slow")]
public sealed class MishapTests(ServedFolder server) : IClassFixture<ServedFolder>
{
    [Fact]
    public async Task A_hundred_megabytes_at_once_are_cut_and_said()
    {
        await using var page = await server.OpenAsync();
        var ended = await page.RunToEndAsync("flood", "Console.Write(new string('x', 100_000_000));\nawait Task.Delay(-1);");
        Assert.Equal("failed", (string?)ended["state"]);
        Assert.Contains("printed and showed more than 10 million characters", (string)ended["text"]!, StringComparison.Ordinal);
        Assert.InRange(page.Output("flood").Length, 1, 12 * 1024 * 1024);
        await page.UntilKernelAsync("ready");
        Assert.Equal("done", (string?)(await page.RunToEndAsync("after", "1"))["state"]);
    }

    [Fact]
    public async Task Pictures_without_end_are_cut_and_said()
    {
        await using var page = await server.OpenAsync();
        var ended = await page.RunToEndAsync("flood", "while (true)\n{\n    new string('x', 100_000).DisplayAs(\"text/html\");\n}");
        Assert.Equal("failed", (string?)ended["state"]);
        Assert.Contains("printed and showed more than 10 million characters", (string)ended["text"]!, StringComparison.Ordinal);
        Assert.InRange(page.Output("flood").Length, 1, 12 * 1024 * 1024);
        await page.UntilKernelAsync("ready");
        Assert.Equal("done", (string?)(await page.RunToEndAsync("after", "1"))["state"]);
    }

    [Fact]
    public async Task Threads_that_go_on_for_ever_end_with_the_cell_that_is_stopped()
    {
        await using var page = await server.OpenAsync();
        await page.RunAsync(("crowd", """
            var crowd = Enumerable.Range(0, 60).Select(_ => new System.Threading.Thread(() => { while (true) { } })).ToList();
            crowd.ForEach(thread => thread.Start());
            Console.WriteLine(Environment.ProcessId);
            crowd[0].Join();
            """));
        var said = await page.UntilAsync("output");
        var kernel = ProcessMark.Find(int.Parse((string)said["html"]!, CultureInfo.InvariantCulture))!;
        await page.SendAsync(new { type = "stop" });
        var stopped = await page.UntilCellAsync("crowd", "stopped");
        Assert.Contains("did not stop", (string)stopped["text"]!, StringComparison.Ordinal);
        await page.UntilKernelAsync("ready");
        Assert.False(kernel.IsRunning);
        Assert.Equal("done", (string?)(await page.RunToEndAsync("after", "1"))["state"]);
    }

    [Theory]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("")]
    public async Task A_kernel_that_somebody_kills_is_told_and_another_one_takes_over(string source)
    {
        await using var page = await server.OpenAsync();
        await page.RunAsync(("victim", "Console.WriteLine(Environment.ProcessId);\n" + source));
        var said = await page.UntilAsync("output");
        if (source.Length == 0)
        {
            await page.UntilCellAsync("victim", "done");
        }

        using (var kernel = Process.GetProcessById(int.Parse((string)said["html"]!, CultureInfo.InvariantCulture)))
        {
            kernel.Kill();
            await kernel.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        // Where none of its cells runs, the next one learns of it.
        var ended = source.Length == 0 ? await page.RunToEndAsync("next", "1") : await page.UntilCellAsync("victim", "failed");
        Assert.Equal("failed", (string?)ended["state"]);
        Assert.Contains("137", (string)ended["text"]!, StringComparison.Ordinal);
        await page.UntilKernelAsync("ready");
        Assert.Equal("done", (string?)(await page.RunToEndAsync("after", "1"))["state"]);
    }
}
