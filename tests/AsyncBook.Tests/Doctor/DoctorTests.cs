using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using AsyncBook.Services;

namespace AsyncBook.Tests.Doctor;

[Trait("speed", "slow")]
public sealed class DoctorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DoctorTests() => SampleNotebook.Write(_folder, SampleNotebook.Of(SampleNotebook.Code("a", "1")), "notebooks/a.ipynb");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_finds_the_kernel_and_the_sdk_that_run_it()
    {
        var findings = await LookAsync();
        Assert.Equal("Ok", findings[".NET SDK"].State);
        Assert.EndsWith($"(10 or later is needed); this runs on .NET {Environment.Version}", findings[".NET SDK"].Detail, StringComparison.Ordinal);
        Assert.Equal("Ok", findings["built-in kernel"].State);
        Assert.Contains("answers after", findings["built-in kernel"].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_asyncbook_can_start_itself_is_no_obstacle()
    {
        Assert.SkipUnless(RedisService.Program is not null, "needs redis-server");
        var found = (await LookAsync(("ASYNCBOOK_REDIS_1", $"redis://:a@127.0.0.1:{LoopbackPort.Free()}")))["redis-1"];
        Assert.Equal("Optional", found.State);
        Assert.Matches("^dotnet run --project .*src/AsyncBook -- services up$", found.Remedy);
    }

    [Fact]
    public async Task A_port_that_somebody_else_has_is_told_from_nobody_there()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var accepting = other.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var found = (await LookAsync(("ASYNCBOOK_REDIS_2", $"redis://:a@127.0.0.1:{port}")))["redis-2"];
        (await accepting).Dispose();
        Assert.Equal("Missing", found.State);
        Assert.Contains("ASYNCBOOK_REDIS_2", found.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_that_cannot_be_had_is_missing_and_the_exit_code_says_so()
    {
        SampleNotebook.Write(_folder, SampleNotebook.Of(SampleNotebook.Code("a", "#r \"nuget: AsyncBook.No.Such.Package, 1.0.0\"")), "notebooks/a.ipynb");
        var (exitCode, output, _) = await RunAsync();
        Assert.Equal(1, exitCode);
        Assert.Matches(@"missing +AsyncBook\.No\.Such\.Package 1\.0\.0 +NU1101", output);
        // Where neither servers nor Docker are to be had, these are missing too.
        Assert.Matches(@"(?m)^[1-5] missing: ", output);
    }

    [Theory]
    [InlineData("AsyncBook.No.Such.Package, 1.0.0")]
    [InlineData("AsyncBook.No.Such.Package, [1.0.0]")]
    public async Task A_package_is_looked_for_however_its_version_is_written(string package)
    {
        SampleNotebook.Write(_folder, SampleNotebook.Of(SampleNotebook.Code("a", $"#r \"nuget: {package}\"")), "notebooks/a.ipynb");
        Assert.Equal("Missing", (await LookAsync())["AsyncBook.No.Such.Package 1.0.0"].State);
    }

    [Fact]
    public async Task An_unreachable_feed_is_named_with_its_reason()
    {
        _folder.Write("nuget.config", "<configuration><packageSources><clear/><add key=\"away\" value=\"http://127.0.0.1:1/index.json\" allowInsecureConnections=\"true\"/></packageSources></configuration>");
        SampleNotebook.Write(_folder, SampleNotebook.Of(SampleNotebook.Code("a", "#r \"nuget: AsyncBook.No.Such.Package, 1.0.0\"")), "notebooks/a.ipynb");
        var (exitCode, output, _) = await AsyncBookProcess.RunAsync(_folder.Path, ["run", "notebooks"], ("ASYNCBOOK_REQUIRE", ""));
        Assert.Equal(0, exitCode);
        Assert.Matches("skipped.*NU1301|NU1301.*skipped", output.ReplaceLineEndings(" "));
    }

    [Fact]
    public async Task A_feed_that_never_answers_is_waited_for_some_seconds_and_no_longer()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        _folder.Write("nuget.config", $"<configuration><packageSources><clear/><add key=\"away\" value=\"http://127.0.0.1:{port}/index.json\" allowInsecureConnections=\"true\"/></packageSources></configuration>");
        SampleNotebook.Write(_folder, SampleNotebook.Of(SampleNotebook.Code("a", "#r \"nuget: AsyncBook.No.Such.Package, 1.0.0\"")), "notebooks/a.ipynb");
        Assert.EndsWith($"the package feed http://127.0.0.1:{port}/index.json does not answer", (await LookAsync(("ASYNCBOOK_LANG", "en")))["AsyncBook.No.Such.Package 1.0.0"].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_notebooks_it_says_what_it_looked_for()
    {
        var (exitCode, _, errors) = await AsyncBookInProcess.RunAsync("doctor", "no-such-folder");
        Assert.Equal(2, exitCode);
        Assert.Contains("no-such-folder", errors, StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        AsyncBookInProcess.RunAsync(["doctor", _folder["notebooks"], .. arguments]);

    private async Task<Dictionary<string, (string State, string Detail, string Remedy)>> LookAsync(params (string Name, string Value)[] environment)
    {
        var (_, output, errors) = environment.Length == 0
            ? await RunAsync("--json")
            : await AsyncBookProcess.RunAsync(_folder.Path, ["doctor", "--json"], environment);
        Assert.Equal("", errors);
        return JsonDocument.Parse(output).RootElement.EnumerateArray().ToDictionary(
            found => found.GetProperty("What").GetString()!,
            found => (found.GetProperty("State").GetString()!, found.GetProperty("Detail").GetString()!, found.GetProperty("Remedy").GetString()!));
    }
}
