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

        // Where none of its cells runs, the page learns of it all the same.
        if (source.Length > 0)
        {
            Assert.Contains("137", (string)(await page.UntilCellAsync("victim", "failed"))["text"]!, StringComparison.Ordinal);
        }

        Assert.Contains("137", (string)(await page.UntilKernelAsync("ended"))["text"]!, StringComparison.Ordinal);
        await page.UntilKernelAsync("ready");
        Assert.Equal("done", (string?)(await page.RunToEndAsync("after", "1"))["state"]);
    }

    [Fact]
    public async Task What_a_cell_left_behind_and_that_ends_the_kernel_when_it_is_done_is_told_at_once()
    {
        await using var page = await server.OpenAsync();
        var flag = Flag();
        await page.RunToEndAsync("fuse", $"Console.WriteLine(Environment.ProcessId);\n_ = Task.Run(async () => {{ while (!System.IO.File.Exists(\"{flag}\")) await Task.Delay(10); Environment.Exit(4); }});");
        var kernel = KernelOf(page, "fuse");
        await page.UntilKernelAsync("ready");
        await File.WriteAllTextAsync(flag, "", TestContext.Current.CancellationToken);
        var ended = (string)(await page.UntilKernelAsync("ended"))["text"]!;
        Assert.Contains("exit code 4", ended, StringComparison.Ordinal);
        Assert.Contains("run everything up to this cell", ended, StringComparison.Ordinal);
        await page.UntilKernelAsync("ready");
        Assert.False(kernel.IsRunning);
        Assert.Equal("done", (string?)(await page.RunToEndAsync("after", "1"))["state"]);
    }

    [Theory]
    [InlineData("new System.Threading.Thread(() => { Until(\"FLAG\"); throw new InvalidOperationException(\"nachher\"); }).Start();")]
    [InlineData("System.Threading.ThreadPool.QueueUserWorkItem(_ => { Until(\"FLAG\"); throw new InvalidOperationException(\"nachher\"); });")]
    [InlineData("async void Later() { await Task.Run(() => Until(\"FLAG\")); throw new InvalidOperationException(\"nachher\"); }\nLater();")]
    [InlineData("_ = Task.Run(() => { Until(\"FLAG\"); Console.WriteLine(\"nachher\"); });")]
    public async Task What_comes_of_a_cell_when_it_is_done_stands_below_it_at_once_and_its_kernel_stays(string source)
    {
        await using var page = await server.OpenAsync();
        var flag = Flag();
        await page.RunToEndAsync("until", "Console.WriteLine(Environment.ProcessId);\nvoid Until(string flag) { while (!System.IO.File.Exists(flag)) System.Threading.Thread.Sleep(10); }");
        var kernel = KernelOf(page, "until");
        Assert.Equal("done", (string?)(await page.RunToEndAsync("fuse", source.Replace("FLAG", flag, StringComparison.Ordinal)))["state"]);
        await File.WriteAllTextAsync(flag, "", TestContext.Current.CancellationToken);
        await page.UntilAsync("output", message => (string?)message["id"] == "fuse" && ((string)message["html"]!).Contains("nachher", StringComparison.Ordinal));
        Assert.Equal("done", (string?)(await page.RunToEndAsync("after", "Console.WriteLine(\"weiter\");"))["state"]);
        Assert.Equal("weiter\n", page.Output("after"));
        Assert.True(kernel.IsRunning);
    }

    [Theory]
    [InlineData("_ = Task.Run(() => throw new InvalidOperationException(\"niemand\"));\nawait Task.Delay(50);\nGC.Collect();\nGC.WaitForPendingFinalizers();")]
    [InlineData("System.IO.Directory.Delete(Environment.CurrentDirectory, true);")]
    [InlineData("Console.OpenStandardOutput().Close();\nConsole.OpenStandardError().Close();\nConsole.Out.Close();")]
    public async Task What_harms_nothing_but_itself_leaves_the_kernel_in_its_place(string source)
    {
        await using var page = await server.OpenAsync();
        var own = Directory.CreateDirectory(server.Folder[$"own-{Guid.NewGuid():N}"]).FullName;
        await page.RunToEndAsync("pid", $"Console.WriteLine(Environment.ProcessId);\nEnvironment.CurrentDirectory = \"{own}\";");
        var kernel = KernelOf(page, "pid");
        Assert.Equal("done", (string?)(await page.RunToEndAsync("harm", source))["state"]);
        Assert.Equal("done", (string?)(await page.RunToEndAsync("after", "Console.WriteLine(\"weiter\");"))["state"]);
        Assert.Equal("weiter\n", page.Output("after"));
        Assert.True(kernel.IsRunning);
    }

    [Fact]
    public async Task A_kernel_whose_output_a_cell_closes_is_replaced()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "closes descriptors as Linux numbers them");
        await using var page = await server.OpenAsync();
        await page.RunToEndAsync("pid", "Console.WriteLine(Environment.ProcessId);");
        var kernel = KernelOf(page, "pid");
        await page.RunAsync(("close", "for (var one = 0; one < 400; one++) try { new Microsoft.Win32.SafeHandles.SafeFileHandle((IntPtr)one, true).Dispose(); } catch (System.IO.IOException) { }"));
        var ended = await page.UntilCellAsync("close", "failed");
        Assert.Contains("the kernel", (string)ended["text"]!, StringComparison.Ordinal);
        await page.UntilKernelAsync("ended");
        await page.UntilKernelAsync("ready");
        Assert.False(kernel.IsRunning);
        Assert.Equal("done", (string?)(await page.RunToEndAsync("after", "1"))["state"]);
    }

    private string Flag() => server.Folder[$"flag-{Guid.NewGuid():N}"];

    private static ProcessMark KernelOf(LivePage page, string cell) => ProcessMark.Find(int.Parse(page.Output(cell), CultureInfo.InvariantCulture))!;
}
