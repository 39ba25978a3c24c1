using System.Diagnostics;
using System.Globalization;
using AsyncBook.IO;
using AsyncBook.Services;

namespace AsyncBook.Tests.Services;

/// <summary>asyncbook is killed, as by a closed terminal or a full memory: nothing it started is forgotten.</summary>
[Collection(nameof(RunsAlone))]
[Trait("speed", "slow")]
public sealed class KilledOwnerTests : IDisposable
{
    private readonly IsolatedFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task In_the_middle_of_services_up_what_had_started_ends_and_leaves_no_folder()
    {
        Assert.SkipUnless(RedisService.Program is not null && MySqlService.Program is not null, "needs redis-server and mariadb-server");
        await EndedAsync(await KillAsync("-KILL", ["services", "up"], started: 1));
    }

    [Theory, InlineData("-KILL"), InlineData("-HUP")]
    public async Task In_the_middle_of_a_run_its_servers_end_and_leave_no_folder(string signal)
    {
        Assert.SkipUnless(RedisService.Program is not null && MySqlService.Program is not null, "needs redis-server and mariadb-server");
        Write("a.ipynb", """{"needs": ["redis", "mysql"]}""");
        await EndedAsync(await KillAsync(signal, ["run", "a.ipynb"], started: 4));
    }

    [Fact]
    public async Task Where_nobody_watched_the_next_run_ends_its_servers()
    {
        Assert.SkipUnless(RedisService.Program is not null, "needs redis-server");
        var left = Path.Combine(_folder.Home, "asyncbook", "servers", "left");
        Directory.CreateDirectory(left);
        using var server = Process.Start("sleep", ["600"]);
        var mark = ProcessMark.Find(server.Id)!;
        new ServiceNote(mark with { Began = mark.Began - 5000 }, [new("redis-1", "A", "redis://127.0.0.1:1", mark)]).Save(left);

        _folder.Write("b.ipynb", SampleNotebook.Of(SampleNotebook.Code("cell", "1")));
        Assert.Equal(0, (await _folder.RunAsync("run", "b.ipynb")).ExitCode);

        Assert.False(mark.IsRunning);
        Assert.Empty(_folder.Starts);
    }

    [Fact]
    public async Task A_folder_without_a_note_goes_when_whoever_made_it_has_gone()
    {
        using var ended = Process.Start("dotnet", ["--version"]);
        await ended.WaitForExitAsync(Token);
        string Made(int process) => Directory.CreateDirectory(Path.Combine(_folder.Home, "asyncbook", "servers", $"{process}-abcdefgh.xyz", "mysql-1", "data")).FullName;
        var (aborted, beingMade) = (Made(ended.Id), Made(Environment.ProcessId));

        Assert.Equal(0, (await _folder.RunAsync("services", "down")).ExitCode);

        Assert.False(Directory.Exists(aborted));
        Assert.True(Directory.Exists(beingMade));
    }

    [Fact]
    public async Task A_dead_child_that_nobody_collects_has_ended()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Linux");
        using var parent = Process.Start(new ProcessStartInfo("sh", ["-c", "sleep 60 & echo $!; exec sleep 60"]) { RedirectStandardOutput = true })!;
        try
        {
            var child = ProcessMark.Find(int.Parse((await parent.StandardOutput.ReadLineAsync(Token))!, CultureInfo.InvariantCulture))!;
            Assert.True(child.IsRunning);
            // The sleep in the place of the shell never asks after it: it stays as a zombie.
            Assert.True(child.Stop(TimeSpan.FromSeconds(10)));
            Assert.True(Directory.Exists($"/proc/{child.Id}"));
        }
        finally
        {
            parent.Kill();
            await parent.WaitForExitAsync(Token);
        }
    }

    private async Task EndedAsync(IReadOnlyList<StartedService> servers)
    {
        for (var wait = Stopwatch.StartNew(); servers.Any(server => server.IsRunning) || _folder.Starts.Count > 0; await Task.Delay(50, Token))
        {
            Assert.True(wait.Elapsed < TimeSpan.FromMinutes(1), "servers or their folder outlived asyncbook by a minute");
        }
    }

    private async Task<IReadOnlyList<StartedService>> KillAsync(string signal, string[] arguments, int started)
    {
        using var asyncbook = AsyncBookProcess.Start(_folder.Path, arguments, _folder.Environment);
        // MariaDB makes its data first: a slow machine is given three minutes.
        for (var wait = Stopwatch.StartNew(); _folder.Servers.Count(server => server.IsRunning) < started; await Task.Delay(10, Token))
        {
            Assert.True(wait.Elapsed < TimeSpan.FromMinutes(3), "the servers were not started within three minutes");
        }

        var servers = _folder.Servers;
        using (var kill = Process.Start("kill", [signal, asyncbook.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(Token);
        }

        for (var wait = Stopwatch.StartNew(); ProcessMark.Find(asyncbook.Id) is not null; await Task.Delay(10, Token))
        {
            Assert.True(wait.Elapsed < TimeSpan.FromMinutes(1), $"asyncbook outlived kill {signal}");
        }

        return servers;
    }

    private void Write(string name, string metadata) =>
        _folder.Write(name, SampleNotebook.Of(SampleNotebook.Code("cell", "await Task.Delay(60_000);", metadata)));
}
