using System.Diagnostics;
using System.Globalization;
using AsyncBook.Services;

namespace AsyncBook.Tests.Services;

/// <summary>A machine without redis-server: garnet-server, as NuGet has it, stands in for it.</summary>
[Collection(nameof(RunsAlone))]
[Trait("speed", "slow")]
public sealed class GarnetTests : IAsyncLifetime
{
    private const string Ping =
        """
        var address = new Uri(Environment.GetEnvironmentVariable("ASYNCBOOK_REDIS_1"));
        using (var client = new System.Net.Sockets.TcpClient(address.Host, address.Port))
            Console.WriteLine($"connected: {client.Connected}");
        """;

    private const UnixFileMode Others = (UnixFileMode)0b000_111_111;
    private readonly IsolatedFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private (string Name, string Value)[] WithoutRedis => [.. _folder.Environment, ("PATH", _folder.PathWithout("redis-server", "docker"))];

    public async ValueTask InitializeAsync() => await GarnetService.BringAsync(Token);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_run_uses_it_skips_what_it_lacks_by_name_and_ends_it()
    {
        _folder.Write("a.ipynb", SampleNotebook.Of(
            SampleNotebook.Code("ping", Ping, """{"needs": ["redis"]}"""),
            SampleNotebook.Code("stream", "Console.WriteLine(1);", """{"needs": ["redis-streams"]}""")));
        var (exitCode, output, errors) = await _folder.RunAsync(WithoutRedis, "run", "a.ipynb", "--verbose");
        Assert.True(exitCode == 0, output + errors);
        Assert.Contains("started for this run: redis-1, redis-2", errors, StringComparison.Ordinal);
        Assert.Contains("connected: True", output, StringComparison.Ordinal);
        Assert.Matches(@"redis-1 is Garnet \d+\.\d+\.\d+, which has no XADD: install redis-server", output.ReplaceLineEndings(" "));
        Assert.Empty(_folder.Starts);
    }

    [Fact]
    public async Task Services_up_starts_it_on_loopback_for_its_owner_alone_with_a_password_that_nobody_sees()
    {
        Assert.SkipUnless(MySqlService.Program is not null && OperatingSystem.IsLinux(), "needs mariadb-server and Linux");
        (string, string)[] environment = [.. WithoutRedis.Where(variable => !variable.Name.StartsWith("ASYNCBOOK_REDIS", StringComparison.Ordinal))];
        var (exitCode, output, errors) = await _folder.RunAsync(environment, "services", "up", "--format", "env");
        Assert.True(exitCode == 0, output + errors);
        var addresses = output.Trim().Split('\n').Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1].Trim());
        var service = new Service("redis-1", "A", new Uri(addresses["ASYNCBOOK_REDIS_1"]));

        Assert.StartsWith("Garnet ", (await service.ProbeAsync(Token)).Version, StringComparison.Ordinal);
        Assert.True(await service.KnowsAsync("GET", Token));
        Assert.False(await service.KnowsAsync("XADD", Token));
        var wrong = service with { Address = new Uri($"redis://:wrong@{service.Address.Authority}") };
        Assert.Contains("WRONGPASS", Assert.IsType<ServiceAnswer.Refused>(await ServiceProbe.AskAsync(wrong, Token)).Words, StringComparison.Ordinal);

        var server = _folder.Servers.Single(started => started.Name == "redis-1");
        Assert.DoesNotContain(service.Password, await File.ReadAllTextAsync($"/proc/{server.Process.Id}/cmdline", Token), StringComparison.Ordinal);
        Assert.All(Directory.EnumerateFileSystemEntries(_folder.Starts.Single(), "*", SearchOption.AllDirectories),
            path => Assert.True(OperatingSystem.IsWindows() || path.EndsWith(".sock", StringComparison.Ordinal) || (File.GetUnixFileMode(path) & Others) == 0, path));
        Assert.EndsWith("0100007F", Assert.Single(await ListeningAsync(service.Port)), StringComparison.Ordinal);

        Assert.Equal(0, (await _folder.RunAsync(environment, "services", "down")).ExitCode);
        Assert.False(server.IsRunning);
        Assert.Empty(_folder.Starts);
    }

    [Fact]
    public async Task It_ends_with_its_owner_whatever_happens_to_it()
    {
        _folder.Write("a.ipynb", SampleNotebook.Of(SampleNotebook.Code("cell", "await Task.Delay(60_000);", """{"needs": ["redis"]}""")));
        using var asyncbook = AsyncBookProcess.Start(_folder.Path, ["run", "a.ipynb"], WithoutRedis);
        await UntilAsync(() => _folder.Servers.Count(server => server.IsRunning) == 2, "Garnet was not started");
        var servers = _folder.Servers;
        using (var kill = Process.Start("kill", ["-KILL", asyncbook.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(Token);
        }

        await UntilAsync(() => !servers.Any(server => server.IsRunning) && _folder.Starts.Count == 0, "Garnet or its folder outlived asyncbook");
    }

    [Fact]
    public async Task The_doctor_names_it()
    {
        _folder.Write("a.ipynb", SampleNotebook.Of(SampleNotebook.Code("cell", "1")));
        var (_, here, _) = await _folder.RunAsync(WithoutRedis, "doctor", "--json", "a.ipynb");
        Assert.Contains("'run' starts garnet-server itself", System.Text.RegularExpressions.Regex.Unescape(here), StringComparison.Ordinal);
        var (_, away, _) = await _folder.RunAsync(WithoutGarnet(), "doctor", "--json", "a.ipynb");
        Assert.Matches("or: .*services up .*fetches garnet-server from NuGet", System.Text.RegularExpressions.Regex.Unescape(away));
    }

    [Fact]
    public async Task A_run_fetches_nothing_and_services_up_says_why_it_cannot()
    {
        _folder.Write("a.ipynb", SampleNotebook.Of(SampleNotebook.Code("ping", Ping, """{"needs": ["redis"]}""")));
        var (exitCode, output, errors) = await _folder.RunAsync(WithoutGarnet(), "run", "a.ipynb");
        Assert.Equal(0, exitCode);
        Assert.DoesNotContain("fetching", errors, StringComparison.Ordinal);
        Assert.Matches(@"redis-1 does not answer at .*services\s+up", output.ReplaceLineEndings(" "));

        Directory.CreateDirectory(_folder["no-tools/.nuget/NuGet"]);
        await File.WriteAllTextAsync(_folder["no-tools/.nuget/NuGet/NuGet.Config"],
            "<configuration><packageSources><clear/><add key=\"away\" value=\"http://127.0.0.1:1/index.json\" allowInsecureConnections=\"true\"/></packageSources></configuration>", Token);
        (exitCode, _, errors) = await _folder.RunAsync(WithoutGarnet(), "services", "up");
        Assert.Equal(1, exitCode);
        Assert.Contains("fetching garnet-server", errors, StringComparison.Ordinal);
        Assert.Contains("garnet-server cannot be fetched: ", errors, StringComparison.Ordinal);
        Assert.Contains("not started: redis-1, redis-2", errors, StringComparison.Ordinal);
    }

    // The addresses, as the system has them, at which somebody listens on a port: of both versions of IP.
    private static async Task<IEnumerable<string>> ListeningAsync(int port) =>
        (await File.ReadAllLinesAsync("/proc/net/tcp", Token)).Concat(await File.ReadAllLinesAsync("/proc/net/tcp6", Token))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[3] == "0A" && fields[1].EndsWith(string.Create(CultureInfo.InvariantCulture, $":{port:X4}"), StringComparison.Ordinal))
            .Select(fields => fields[1].Split(':')[0]);

    private static async Task UntilAsync(Func<bool> condition, string problem)
    {
        for (var wait = Stopwatch.StartNew(); !condition(); await Task.Delay(50, Token))
        {
            Assert.True(wait.Elapsed < TimeSpan.FromMinutes(2), problem);
        }
    }

    // Neither NuGet nor the SDK's own notes know of it.
    private (string Name, string Value)[] WithoutGarnet() => [.. WithoutRedis, ("NUGET_PACKAGES", _folder["no-packages"]), ("DOTNET_CLI_HOME", _folder["no-tools"])];
}
