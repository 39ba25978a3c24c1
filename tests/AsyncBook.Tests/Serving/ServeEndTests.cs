using System.Diagnostics;
using System.Globalization;
using AsyncBook.IO;
using AsyncBook.Serving;
using AsyncBook.Tests.Exercises;

namespace AsyncBook.Tests.Serving;

/// <summary>How the live book begins and ends.</summary>
[Trait("speed", "slow")]
public sealed class ServeEndTests : IAsyncLifetime
{
    private readonly ServedFolder _server = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Ctrl_C_ends_it_and_every_kernel_also_one_that_is_busy()
    {
        await _server.InitializeAsync();
        await using var page = await _server.OpenAsync();
        await page.RunToEndAsync("id", "Console.WriteLine(Environment.ProcessId);");
        var kernel = ProcessMark.Find(int.Parse(page.Output("id"), CultureInfo.InvariantCulture))!;
        Assert.True(kernel.IsRunning);
        await page.RunAsync(("loop", "while (true)\n{\n}"));
        await page.UntilCellAsync("loop", "running");

        Assert.Equal(0, await _server.InterruptAsync());
        Assert.False(kernel.IsRunning);
    }

    [Fact]
    public async Task A_server_that_is_killed_leaves_no_kernel()
    {
        await _server.InitializeAsync();
        await using var page = await _server.OpenAsync();
        await page.RunToEndAsync("id", "Console.WriteLine(Environment.ProcessId);");
        var kernel = ProcessMark.Find(int.Parse(page.Output("id"), CultureInfo.InvariantCulture))!;
        using (var server = Process.GetProcessById(_server.ProcessId))
        {
            server.Kill();
        }

        await EndedAsync(kernel);
    }

    [Fact]
    public async Task The_kernel_of_a_closed_page_ends_and_another_pages_stays()
    {
        using var folder = new ExerciseFolder();
        await using var server = await LiveServer.StartAsync(new Shelf(folder["notebooks"]), AsyncBook.Services.LoopbackPort.Free(), Token, TimeSpan.FromMilliseconds(100));
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
        using var answer = await client.GetAsync(server.AddressOf("index.html"), Token);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie")).Split(';')[0];
        await using var stays = await LivePage.OpenAsync(server.Root, cookie, "9.1.ipynb", page: null);
        await using var goes = await LivePage.OpenAsync(server.Root, cookie, "9.1.ipynb", page: null);
        var marks = new List<ProcessMark>();
        foreach (var page in new[] { stays, goes })
        {
            await page.RunToEndAsync("id", "var kept = 5;\nConsole.WriteLine(Environment.ProcessId);");
            marks.Add(ProcessMark.Find(int.Parse(page.Output("id"), CultureInfo.InvariantCulture))!);
        }

        await goes.CloseAsync();
        await EndedAsync(marks[1]);
        await stays.RunToEndAsync("kept", "Console.WriteLine(kept);");
        Assert.Equal("5\n", stays.Output("kept"));
        await server.DisposeAsync();
        Assert.False(marks[0].IsRunning);
    }

    private static async Task EndedAsync(ProcessMark kernel)
    {
        for (var wait = Stopwatch.StartNew(); kernel.IsRunning; await Task.Delay(50, Token))
        {
            Assert.True(wait.Elapsed < TimeSpan.FromMinutes(1), "the kernel is still there after a minute");
        }
    }

    [Fact]
    public async Task Two_notebooks_run_at_once_and_know_nothing_of_each_other()
    {
        _server.Folder.Add("9.2-a", ExerciseFolder.Stub);
        await _server.InitializeAsync();
        await using var one = await _server.OpenAsync();
        await using var two = await LivePage.OpenAsync(_server, "9.2.ipynb", page: null);
        var (first, second) = (_server.Folder["first"], _server.Folder["second"]);
        // Each goes on only when the other has begun.
        string Meet(string mine, string other) =>
            $"var name = \"{Path.GetFileName(mine)}\";\nSystem.IO.File.WriteAllText(@\"{mine}\", \"\");\nwhile (!System.IO.File.Exists(@\"{other}\"))\n{{\n    await Task.Delay(10);\n}}";
        await one.RunAsync(("meet", Meet(first, second)), ("name", "Console.WriteLine(name);"));
        await two.RunAsync(("meet", Meet(second, first)), ("name", "Console.WriteLine(name);"));
        await one.UntilCellAsync("name", "done");
        await two.UntilCellAsync("name", "done");
        Assert.Equal(("first\n", "second\n"), (one.Output("name"), two.Output("name")));
    }

    [Fact]
    public async Task A_notebook_that_is_named_is_the_page_that_opens()
    {
        await _server.StartAsync("serve", "9.1", "--no-browser");
        Assert.Equal("/9.1.html", _server.Address.AbsolutePath);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said()
    {
        await _server.InitializeAsync();
        var (exitCode, output, errors) = await _server.Folder.RunAsync("serve", "--no-browser", "--port", $"{_server.Root.Port}");
        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        Assert.Contains($"port {_server.Root.Port} of 127.0.0.1 is taken", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port", "0")]
    [InlineData("--port", "70000")]
    [InlineData("--port", "x")]
    [InlineData("9.9", "--no-browser")]
    public async Task What_cannot_be_served_is_bad_usage(params string[] arguments)
    {
        var (exitCode, output, errors) = await _server.Folder.RunAsync(["serve", .. arguments]);
        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.NotEmpty(errors);
    }

    [Fact]
    public async Task A_page_shows_what_its_notebook_holds_now()
    {
        await _server.InitializeAsync();
        _server.Folder.Edit("// 练习 9.1-a：加一\nint Quite() => 77;");
        using var answer = await _server.GetAsync("/9.1.html");
        Assert.Contains("Quite", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
