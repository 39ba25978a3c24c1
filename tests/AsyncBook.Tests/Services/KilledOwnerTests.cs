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
    public async Task In_the_middle_of_services_up_then_down_ends_what_had_started()
    {
        Assert.SkipUnless(RedisService.Program is not null && MySqlService.Program is not null, "needs redis-server and mariadb-server");
        var servers = await KillAsync(["services", "up"], started: 1);
        Assert.Contains(servers, server => server.IsRunning);

        Assert.Equal(0, (await _folder.RunAsync("services", "down")).ExitCode);

        Assert.DoesNotContain(servers, server => server.IsRunning);
        Assert.Empty(_folder.Starts);
    }

    [Fact]
    public async Task In_the_middle_of_a_run_then_the_next_run_ends_its_servers()
    {
        Assert.SkipUnless(RedisService.Program is not null, "needs redis-server");
        Write("a.ipynb", """{"needs": ["redis"]}""");
        var servers = await KillAsync(["run", "a.ipynb"], started: 2);
        Assert.Contains(servers, server => server.IsRunning);

        Write("b.ipynb", "{}");
        Assert.Equal(0, (await _folder.RunAsync("run", "b.ipynb")).ExitCode);

        Assert.DoesNotContain(servers, server => server.IsRunning);
        Assert.Empty(_folder.Starts);
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

    private async Task<IReadOnlyList<StartedService>> KillAsync(string[] arguments, int started)
    {
        using var asyncbook = AsyncBookProcess.Start(_folder.Path, arguments, _folder.Environment);
        // A slow machine is given a minute.
        for (var wait = Stopwatch.StartNew(); _folder.Servers.Count < started; await Task.Delay(10, Token))
        {
            Assert.True(wait.Elapsed < TimeSpan.FromMinutes(1), "no server was started within a minute");
        }

        using (var kill = Process.Start("kill", ["-KILL", asyncbook.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(Token);
        }

        for (var wait = Stopwatch.StartNew(); ProcessMark.Find(asyncbook.Id) is not null; await Task.Delay(10, Token))
        {
            Assert.True(wait.Elapsed < TimeSpan.FromMinutes(1), "asyncbook outlived kill -KILL");
        }

        return _folder.Servers;
    }

    private void Write(string name, string metadata) =>
        _folder.Write(name, SampleNotebook.Of(SampleNotebook.Code("cell", "await Task.Delay(1000);", metadata)));
}
