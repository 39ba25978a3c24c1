using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using AsyncBook.IO;
using AsyncBook.Tests.Faults;

namespace AsyncBook.Tests.Serving;

/// <summary>
/// Cells that start threads or processes until the machine refuses. The server belongs to a user of its own who may have so many and no more:
/// that is what `ulimit -u` gives a learner, and nobody else on the machine is harmed.
/// </summary>
[Trait("speed", "slow")]
public sealed class BoundedTests : IAsyncLifetime
{
    private const int Most = 400;
    private readonly ServedFolder _server = new();
    private bool _isStarted;
    private readonly string _user = RandomNumberGenerator.GetInt32(100_000, 1_000_000_000).ToString(CultureInfo.InvariantCulture);

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "needs root, to become a user of its own with a bound of its own");
        _server.Folder.Before = ["prlimit", $"--nproc={Most}", "setpriv", $"--reuid={_user}", $"--regid={_user}", "--clear-groups"];
        Directory.CreateDirectory(_server.Folder["home"]);
        using (var chmod = Process.Start("chmod", ["-R", "a+rwX", _server.Folder.Path]))
        {
            await chmod.WaitForExitAsync();
        }

        await _server.InitializeAsync();
        _isStarted = true;
    }

    // Whatever has failed: of this user nothing stays. To end the server's tree at once would end those who clean up behind it.
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_isStarted)
            {
                await _server.InterruptAsync();
            }
        }
        finally
        {
            foreach (var id in ProcessesOfUser())
            {
                End(id);
            }

            await _server.DisposeAsync();
        }
    }

    [Fact]
    public async Task Threads_until_the_machine_refuses_are_told_and_the_page_goes_on()
    {
        await using var page = await _server.OpenAsync();
        await page.RunToEndAsync("pid", "Console.WriteLine(Environment.ProcessId);");
        var kernel = ProcessMark.Find(int.Parse(page.Output("pid"), CultureInfo.InvariantCulture))!;
        var ended = await page.RunToEndAsync("bomb", "while (true)\n{\n    new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start();\n}");
        Assert.Equal("failed", (string?)ended["state"]);
        Assert.Contains("OutOfMemory", page.Output("bomb") + ended["text"], StringComparison.Ordinal);
        await GoesOnAsync(page, kernel);
    }

    [Fact]
    public async Task Processes_until_the_machine_refuses_are_told_and_none_is_left()
    {
        await using var page = await _server.OpenAsync();
        await page.RunToEndAsync("pid", "Console.WriteLine(Environment.ProcessId);");
        var kernel = ProcessMark.Find(int.Parse(page.Output("pid"), CultureInfo.InvariantCulture))!;
        var seconds = $"{RandomNumberGenerator.GetInt32(100_000, 999_999)}";
        var ended = await page.RunToEndAsync("bomb", $"while (true)\n{{\n    System.Diagnostics.Process.Start(\"sleep\", \"{seconds}\");\n}}");
        Assert.Equal("failed", (string?)ended["state"]);
        Assert.Matches("Resource temporarily unavailable|OutOfMemory", page.Output("bomb") + ended["text"]);
        await GoesOnAsync(page, kernel);
        Assert.Empty(ProcessTable.Of($"sleep\0{seconds}\0"));
    }

    [Theory, InlineData("-KILL"), InlineData("-INT")]
    public async Task Processes_without_end_go_with_the_server(string signal)
    {
        await using var page = await _server.OpenAsync();
        await page.RunToEndAsync("pid", "Console.WriteLine(Environment.ProcessId);");
        var kernel = ProcessMark.Find(int.Parse(page.Output("pid"), CultureInfo.InvariantCulture))!;
        var seconds = $"{RandomNumberGenerator.GetInt32(100_000, 999_999)}";
        // Whatever becomes free is taken at once.
        await page.RunAsync(("bomb", $"while (true)\n{{\n    try {{ System.Diagnostics.Process.Start(\"sleep\", \"{seconds}\"); }}\n    catch (Exception) {{ Console.Write(\"full \"); }}\n}}"));
        while (!page.Output("bomb").Contains("full", StringComparison.Ordinal))
        {
            await page.UntilAsync("output");
        }

        using (var kill = Process.Start("kill", [signal, $"{_server.ProcessId}"]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        for (var wait = Stopwatch.StartNew(); kernel.IsRunning || ProcessTable.Of($"sleep\0{seconds}\0").Count > 0; await Task.Delay(100, TestContext.Current.CancellationToken))
        {
            Assert.True(wait.Elapsed < TimeSpan.FromMinutes(1), $"left after a minute: {ProcessTable.Of($"sleep\0{seconds}\0").Count}");
        }
    }

    // What is taken stays taken until the kernel has gone: the reader starts another.
    private static async Task GoesOnAsync(LivePage page, ProcessMark kernel)
    {
        await page.SendAsync(new { type = "restart" });
        await page.UntilKernelAsync("ended");
        await page.UntilKernelAsync("ready");
        Assert.False(kernel.IsRunning);
        Assert.Equal("done", (string?)(await page.RunToEndAsync("after", "Console.WriteLine(\"weiter\");"))["state"]);
        Assert.Equal("weiter\n", page.Output("after"));
    }

    private static void End(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // It has ended meanwhile.
        }
    }

    private List<int> ProcessesOfUser() =>
    [
        .. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => int.Parse(name!, CultureInfo.InvariantCulture)).Where(IsOfUser),
    ];

    private bool IsOfUser(int id)
    {
        try
        {
            return File.ReadLines($"/proc/{id}/status").Any(line => line.StartsWith($"Uid:\t{_user}\t", StringComparison.Ordinal));
        }
        catch (IOException)
        {
            // It has ended.
            return false;
        }
    }
}
