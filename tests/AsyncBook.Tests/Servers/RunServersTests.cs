using System.Diagnostics;
using System.Globalization;
using AsyncBook.Servers;
using AsyncBook.Tests.Commands;
using AsyncBook.Tests.Notebooks;

namespace AsyncBook.Tests.Servers;

/// <summary>asyncbook run and services, as processes, on servers they start themselves.</summary>
[Collection(nameof(RunsAlone))]
public sealed class RunServersTests : IDisposable
{
    private const string Ping =
        """
        var address = new Uri(Environment.GetEnvironmentVariable("ASYNCBOOK_REDIS_1"));
        using (var client = new System.Net.Sockets.TcpClient(address.Host, address.Port))
            Console.WriteLine(client.Connected);
        """;

    private static readonly (string Name, string Value)[] _nobody =
    [
        ("ASYNCBOOK_REDIS_1", "redis://:a@127.0.0.1:1"), ("ASYNCBOOK_REDIS_2", "redis://:b@127.0.0.1:1"),
        ("ASYNCBOOK_MYSQL_1", "mysql://workshop:a@127.0.0.1:1/workshop"), ("ASYNCBOOK_MYSQL_2", "mysql://workshop:b@127.0.0.1:1/workshop"),
    ];

    private readonly TemporaryFolder _folder = new();

    private string ServersFolder => _folder["home/asyncbook/servers"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_starts_what_its_notebooks_need_and_stops_it_at_the_end()
    {
        Assert.SkipUnless(RedisServer.Program is not null, "needs redis-server");
        Write(Ping);
        var (exitCode, output, errors) = await RunAsync(Isolated, "run", "a.ipynb", "--verbose");
        Assert.Equal(0, exitCode);
        Assert.Contains("started for this run: redis-1, redis-2", errors, StringComparison.Ordinal);
        Assert.Contains("True", output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(ServersFolder));
    }

    [Fact]
    public async Task Two_runs_at_once_do_not_meet()
    {
        Assert.SkipUnless(RedisServer.Program is not null, "needs redis-server");
        Write(Ping);
        var runs = await Task.WhenAll(
            RunAsync(Isolated, "run", "a.ipynb"), RunAsync(Isolated, "run", "a.ipynb"));
        Assert.All(runs, run => Assert.Equal(0, run.ExitCode));
    }

    [Fact]
    public async Task Without_the_programs_the_cells_are_skipped_with_the_reason_or_refused_if_all_is_required()
    {
        Write(Ping);
        (string, string)[] bare = [.. Isolated, ("PATH", BareFolder())];
        Assert.SkipWhen(File.Exists("/usr/sbin/redis-server"), "redis-server lies where it is always found");
        var (exitCode, output, _) = await RunAsync(bare, "run", "a.ipynb");
        Assert.Equal(0, exitCode);
        Assert.Contains("redis-1 does not answer at 127.0.0.1:1 (ASYNCBOOK_REDIS_1)", output, StringComparison.Ordinal);
        (exitCode, _, _) = await RunAsync([.. bare, ("ASYNCBOOK_REQUIRE", "all")], "run", "a.ipynb");
        Assert.Equal(3, exitCode);
    }

    [Fact]
    public async Task Ctrl_C_leaves_no_server_behind()
    {
        Assert.SkipUnless(RedisServer.Program is not null, "needs redis-server");
        var marker = _folder["marker"];
        Write($"System.IO.File.WriteAllText(\"{marker}\", \"\"); while (true) {{ }}");
        using var asyncbook = AsyncBookProcess.Start(_folder.Path, ["run", "a.ipynb"], Isolated);
        for (var wait = Stopwatch.StartNew(); !File.Exists(marker);)
        {
            Assert.True(wait.Elapsed < TimeSpan.FromMinutes(1), "the cell did not start within a minute");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        using (var kill = Process.Start("kill", ["-INT", asyncbook.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(130, (await asyncbook.EndAsync()).ExitCode);
        Assert.Empty(Directory.GetDirectories(ServersFolder));
    }

    [Fact]
    public async Task Services_come_up_tell_where_they_are_and_go_down()
    {
        Assert.SkipUnless(RedisServer.Program is not null && MySqlServer.Program is not null, "needs redis-server and mariadb-server");
        // All four are told to be at one port, which three of them cannot have: those say where they are instead.
        var environment = Isolated;
        var (_, output, errors) = await RunAsync(environment, "services", "up");
        Assert.Single(Directory.GetDirectories(ServersFolder));
        Assert.True(output.Split("export ASYNCBOOK_").Length >= 4, output + errors);

        (var exitCode, output, _) = await RunAsync(environment, "services", "down");
        Assert.Equal(0, exitCode);
        Assert.Contains("stopped: mysql-1, mysql-2, redis-1, redis-2", output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(ServersFolder));

        (exitCode, output, _) = await RunAsync(environment, "services", "status");
        Assert.Equal(1, exitCode);
        Assert.Contains("does not answer", output, StringComparison.Ordinal);
    }

    // Nobody answers at the addresses, and what is started is kept in a folder of the test's own.
    private (string Name, string Value)[] Isolated => [.. _nobody, ("XDG_DATA_HOME", _folder["home"])];

    private Task<(int ExitCode, string Output, string Errors)> RunAsync((string, string)[] environment, params string[] arguments) =>
        AsyncBookProcess.RunAsync(_folder.Path, arguments, environment);

    private void Write(string source) => SampleNotebook.Write(
        _folder, SampleNotebook.Of(SampleNotebook.Code("cell", source, """{"needs": ["redis"]}""")), "a.ipynb");

    // A PATH with dotnet in it and nothing else.
    private string BareFolder()
    {
        var folder = Directory.CreateDirectory(_folder["bin"]).FullName;
        File.CreateSymbolicLink(Path.Combine(folder, "dotnet"), Environment.ProcessPath!);
        return folder;
    }
}
