using System.Globalization;
using AsyncBook.IO;

namespace AsyncBook.Tests.Serving;

/// <summary>How the live book begins and ends.</summary>
[Trait("speed", "slow")]
public sealed class ServeEndTests : IAsyncLifetime
{
    private readonly ServedFolder _server = new();

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
