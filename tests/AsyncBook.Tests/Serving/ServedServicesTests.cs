using AsyncBook.Notebooks;
using AsyncBook.Services;

namespace AsyncBook.Tests.Serving;

/// <summary>A page whose cells need a server: it says so, starts a private one, and the kernel finds it.</summary>
[Collection(nameof(RunsAlone))]
[Trait("speed", "slow")]
public sealed class ServedServicesTests : IAsyncLifetime
{
    private const string Ask = "Console.WriteLine(1);";
    private static readonly string[] _needs = ["redis"];
    private readonly ServedFolder _server = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Redis_is_asked_for_started_and_found()
    {
        Assert.SkipUnless(RedisService.Program is not null, "needs redis-server");
        await IsStartedAndFoundAsync("done");
    }

    [Fact]
    public async Task Without_redis_server_garnet_stands_in_and_a_cell_is_told_what_it_lacks()
    {
        await GarnetService.BringAsync(TestContext.Current.CancellationToken);
        using var folder = new Services.IsolatedFolder();
        var told = await IsStartedAndFoundAsync(
            "idle", ("PATH", folder.PathWithout("redis-server", "docker")), ("HOME", Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)));
        Assert.Matches("redis-1 .*Garnet .*XADD", told);
    }

    // What is said of a cell that needs streams, once the server is there.
    private async Task<string?> IsStartedAndFoundAsync(string streams, params (string Name, string Value)[] environment)
    {
        var notebook = SampleNotebook.Of(
            SampleNotebook.Code("ask", Ask, """{"needs": ["redis"]}"""), SampleNotebook.Code("stream", Ask, """{"needs": ["redis-streams"]}"""));
        await File.WriteAllTextAsync(_server.Folder["notebooks/2.1.ipynb"], NotebookWriter.Write(notebook) + "\n", TestContext.Current.CancellationToken);
        // Where nobody listens: another test's servers, or the machine's, are none of this one's.
        var nowhere = $"redis://127.0.0.1:{LoopbackPort.Free()}";
        await _server.StartAsync([.. environment, (global::Services.Redis1.Variable, nowhere), (global::Services.Redis2.Variable, nowhere)], "serve", "--no-browser", "--port", $"{LoopbackPort.Free()}");
        await using var page = await LivePage.OpenAsync(_server, "2.1.ipynb", page: null);
        Assert.Equal("absent", (string?)page.Hello["services"]!["redis"]);
        await page.RunAsync(("ask", Ask));
        Assert.Contains("redis-1", (string)(await page.UntilCellAsync("ask", "idle"))["text"]!, StringComparison.Ordinal);

        await page.SendAsync(new { type = "services", start = _needs });
        await page.UntilAsync("services", message => (string?)message["services"]!["redis"] == "up");
        await page.UntilKernelAsync("ended");
        await page.UntilKernelAsync("ready");
        var variable = global::Services.Redis1.Variable;
        var source = $"Console.WriteLine(Environment.GetEnvironmentVariable(\"{variable}\"));";
        Assert.Equal("done", (string?)(await page.RunToEndAsync("ask", source))["state"]);
        Assert.StartsWith("redis://", page.Output("ask"), StringComparison.Ordinal);
        Assert.DoesNotContain(nowhere, page.Output("ask"), StringComparison.Ordinal);
        await page.RunAsync(("stream", Ask));
        var told = await page.UntilCellAsync("stream", streams);
        Assert.Equal(0, await _server.InterruptAsync());
        return (string?)told["text"];
    }
}
