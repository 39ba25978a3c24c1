using System.Diagnostics;
using System.Globalization;
using AsyncBook.Services;

namespace AsyncBook.Tests.Services;

/// <summary>asyncbook run and services, as processes, on servers they start themselves.</summary>
[Collection(nameof(RunsAlone))]
[Trait("speed", "slow")]
public sealed class RunServicesTests : IDisposable
{
    private const string Ping =
        """
        var address = new Uri(Environment.GetEnvironmentVariable("ASYNCBOOK_REDIS_1"));
        using (var client = new System.Net.Sockets.TcpClient(address.Host, address.Port))
            Console.WriteLine(client.Connected);
        """;

    private readonly IsolatedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_starts_what_its_notebooks_need_and_stops_it_at_the_end()
    {
        Assert.SkipUnless(RedisService.Program is not null, "needs redis-server");
        Write(Ping);
        var (exitCode, output, errors) = await _folder.RunAsync("run", "a.ipynb", "--verbose");
        Assert.Equal(0, exitCode);
        Assert.Contains("started for this run: redis-1, redis-2", errors, StringComparison.Ordinal);
        Assert.Contains("True", output, StringComparison.Ordinal);
        Assert.Empty(_folder.Starts);
    }

    [Fact]
    public async Task Two_runs_at_once_do_not_meet()
    {
        Assert.SkipUnless(RedisService.Program is not null, "needs redis-server");
        Write(Ping);
        var runs = await Task.WhenAll(
            _folder.RunAsync("run", "a.ipynb"), _folder.RunAsync("run", "a.ipynb"));
        Assert.All(runs, run => Assert.Equal(0, run.ExitCode));
        Assert.Empty(_folder.Starts);
    }

    [Fact]
    public async Task Without_the_programs_the_cells_are_skipped_with_the_reason_or_refused_if_all_is_required()
    {
        Write(Ping);
        (string, string)[] bare = [.. _folder.Environment, .. Bare()];
        Assert.SkipWhen(File.Exists("/usr/sbin/redis-server"), "redis-server lies where it is always found");
        var (exitCode, output, _) = await _folder.RunAsync(bare, "run", "a.ipynb");
        Assert.Equal(0, exitCode);
        Assert.Contains($"redis-1 does not answer at 127.0.0.1:{_folder.Port} (ASYNCBOOK_REDIS_1)", output, StringComparison.Ordinal);
        (exitCode, _, _) = await _folder.RunAsync([.. bare, ("ASYNCBOOK_REQUIRE", "all")], "run", "a.ipynb");
        Assert.Equal(3, exitCode);
    }

    [Fact]
    public async Task A_server_that_turns_us_away_is_named_with_what_it_said()
    {
        var service = Service.Read("redis-1", "ASYNCBOOK_TEST_REDIS", "redis://:secret@127.0.0.1:1");
        Assert.SkipUnless(PrivateServices.CanStart(service), "needs redis-server");
        Assert.SkipWhen(File.Exists("/usr/sbin/redis-server"), "redis-server lies where it is always found");
        var (folder, note) = await PrivateServices.StartAsync([service], stay: false, TestContext.Current.CancellationToken);
        try
        {
            Write(Ping);
            var wrong = $"redis://:wrong@{new Uri(note.Servers[0].Address).Authority}";
            var (_, output, _) = await _folder.RunAsync([.. _folder.Environment, .. Bare(), ("ASYNCBOOK_REDIS_1", wrong)], "run", "a.ipynb", "--verbose");
            Assert.True(output.Contains("redis-1 turned us away", StringComparison.Ordinal), output);
            Assert.Contains("WRONGPASS", output, StringComparison.Ordinal);
        }
        finally
        {
            note.Stop(folder);
        }
    }

    [Fact]
    public async Task An_address_that_is_none_is_bad_usage_and_says_what_it_should_be_like()
    {
        Write(Ping);
        var (exitCode, _, errors) = await _folder.RunAsync([.. _folder.Environment, ("ASYNCBOOK_REDIS_1", "localhost")], "run", "a.ipynb");
        Assert.Equal(2, exitCode);
        Assert.Equal("the environment variable ASYNCBOOK_REDIS_1 should be like redis://:teach-pw-1@127.0.0.1:16379; what it holds is no such address (and is not printed: there may be a password in it)", errors.Trim());
    }

    [Fact]
    public async Task Docker_is_asked_for_servers_of_the_runs_own_and_only_those_are_taken_down()
    {
        Assert.SkipWhen(File.Exists("/usr/sbin/redis-server") || OperatingSystem.IsWindows(), "needs a PATH that has docker and no redis-server");
        // No engine runs here: what stands for it only writes down what it is told.
        var (path, told) = (BareFolder(), _folder["told"]);
        await File.WriteAllTextAsync(Path.Combine(path, "docker"), $"#!/bin/sh\necho \"$REDIS_1_PORT $REDIS_1_PASSWORD $*\" >> '{told}'\n", TestContext.Current.CancellationToken);
        IsolatedFolder.Allow(Path.Combine(path, "docker"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Write(Ping);
        (string, string)[] environment = [.. _folder.Environment, ("PATH", path)];
        await _folder.RunAsync(environment, "run", "a.ipynb");
        await _folder.RunAsync(environment, "services", "down");

        var lines = await File.ReadAllLinesAsync(told, TestContext.Current.CancellationToken);
        Assert.Equal(4, lines.Length);
        Assert.Matches(@"^\d+ a compose -f \S+docker-compose.yml --project-name asyncbook-run-\d+ up -d --wait redis-1 redis-2$", lines[2]);
        Assert.Matches(@"^\d+ a compose -f \S+docker-compose.yml --project-name asyncbook-run-\d+ down --volumes$", lines[3]);
    }

    [Fact]
    public async Task Ctrl_C_leaves_no_server_behind()
    {
        Assert.SkipUnless(RedisService.Program is not null, "needs redis-server");
        var marker = _folder["marker"];
        Write($"System.IO.File.WriteAllText(\"{marker}\", \"\"); while (true) {{ }}");
        using var asyncbook = AsyncBookProcess.Start(_folder.Path, ["run", "a.ipynb"], _folder.Environment);
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
        Assert.Empty(_folder.Starts);
    }

    [Fact]
    public async Task Services_come_up_tell_where_they_are_and_go_down()
    {
        Assert.SkipUnless(RedisService.Program is not null && MySqlService.Program is not null, "needs redis-server and mariadb-server");
        // All four are told to be at one port, which three of them cannot have: those say where they are instead.
        var environment = _folder.Environment;
        var (exitCode, output, errors) = await _folder.RunAsync(environment, "services", "up");
        Assert.Equal(0, exitCode);
        Assert.Single(_folder.Starts);
        Assert.True(output.Split("export ASYNCBOOK_").Length >= 4, output + errors);

        // The shell was not told: the second time nothing more is started, and it is told again.
        (exitCode, output, _) = await _folder.RunAsync(environment, "services", "up", "--format", "env");
        Assert.Equal(0, exitCode);
        Assert.Single(_folder.Starts);
        Assert.Equal(["ASYNCBOOK_REDIS_1", "ASYNCBOOK_REDIS_2", "ASYNCBOOK_MYSQL_1", "ASYNCBOOK_MYSQL_2"],
            output.Trim().Split('\n').Select(line => line.Split('=')[0]));
        (string, string)[] told = [.. environment, .. output.Trim().Split('\n').Select(line => (line.Split('=', 2)[0], line.Split('=', 2)[1].Trim()))];
        Assert.Equal(0, (await _folder.RunAsync(told, "services", "status")).ExitCode);

        (exitCode, output, _) = await _folder.RunAsync(environment, "services", "down");
        Assert.Equal(0, exitCode);
        Assert.Contains("stopped: mysql-1, mysql-2, redis-1, redis-2", output, StringComparison.Ordinal);
        Assert.Empty(_folder.Starts);

        (exitCode, output, _) = await _folder.RunAsync(environment, "services", "status");
        Assert.Equal(1, exitCode);
        Assert.Contains("does not answer", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Services_that_stay_have_a_new_password_each_time_and_cells_find_it_by_themselves()
    {
        Assert.SkipUnless(RedisService.Program is not null && MySqlService.Program is not null, "needs redis-server and mariadb-server");
        Directory.CreateDirectory(_folder["lib"]);
        File.Copy(Path.Combine(Repository.Notebooks, "lib", "Services.cs"), _folder["lib/Services.cs"]);
        // As in an editor, whose kernels nobody tells where the servers are.
        _folder.Write("a.ipynb", SampleNotebook.Of(SampleNotebook.Code("a", "#!import lib/Services.cs"), SampleNotebook.Code("b",
            """
            foreach (var service in new[] { "REDIS_1", "REDIS_2", "MYSQL_1", "MYSQL_2" })
                Environment.SetEnvironmentVariable($"ASYNCBOOK_{service}", null);
            await Services.RequireAsync([.. Services.All]);
            Console.WriteLine(string.Join(' ', Services.All.Select(service => service.Password)));
            """)));
        (string, string)[] environment = [("XDG_DATA_HOME", _folder.Home)];
        var passwords = new HashSet<string>();
        for (var time = 0; time < 2; time++)
        {
            var up = await _folder.RunAsync(environment, "services", "up");
            Assert.True(up.ExitCode == 0, up.Output + up.Errors);
            var (exitCode, output, errors) = await _folder.RunAsync(environment, "run", "a.ipynb", "--verbose");
            Assert.True(exitCode == 0, output + errors);
            passwords.UnionWith(output.Split('\n').Single(line => line.Count(c => c == ' ') == 3 && line.Length > 120).Split(' '));
            Assert.Equal(0, (await _folder.RunAsync(environment, "services", "down")).ExitCode);
        }

        Assert.Equal(8, passwords.Count);
    }

    private void Write(string source) => _folder.Write("a.ipynb", SampleNotebook.Of(SampleNotebook.Code("cell", source, """{"needs": ["redis"]}""")));

    // And no server among NuGet's packages.
    private (string Name, string Value)[] Bare() => [("PATH", BareFolder()), ("NUGET_PACKAGES", _folder["no-packages"])];

    // A PATH with dotnet in it and nothing else.
    private string BareFolder()
    {
        var folder = Directory.CreateDirectory(_folder["bin"]).FullName;
        File.CreateSymbolicLink(Path.Combine(folder, "dotnet"), Environment.ProcessPath!);
        return folder;
    }
}
