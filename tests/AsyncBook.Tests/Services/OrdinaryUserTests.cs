using System.Diagnostics;
using AsyncBook.IO;
using AsyncBook.Services;

namespace AsyncBook.Tests.Services;

/// <summary>What root may do and a learner may not, or the other way round: mariadbd will not run as root unasked.</summary>
[Collection(nameof(RunsAlone))]
[Trait("speed", "slow")]
public sealed class OrdinaryUserTests : IDisposable
{
    private const UnixFileMode Everybody = (UnixFileMode)0b111_111_111;

    private readonly IsolatedFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nobody_in_particular_can_start_all_four_and_stop_them()
    {
        Assert.SkipUnless(RedisService.Program is not null && MySqlService.Program is not null, "needs redis-server and mariadb-server");
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && ProgramFinder.Find("setpriv") is not null,
            "needs root, to become somebody else; otherwise all other tests are this one");
        foreach (var folder in (string[])[_folder.Path, Directory.CreateDirectory(_folder.Home).FullName])
        {
            IsolatedFolder.Allow(folder, Everybody);
        }

        Assert.SkipUnless((await AsNobodyAsync("test", "-r", Program)).ExitCode == 0, $"nobody else may read {Program}");

        var up = await AsNobodyAsync("dotnet", Program, "services", "up");
        Assert.True(up.ExitCode == 0, up.Output);
        Assert.Equal(4, _folder.Servers.Count(server => server.IsRunning));
        Assert.All(_folder.Servers, server => Assert.Contains("Uid:\t65534\t", File.ReadAllText($"/proc/{server.Process.Id}/status"), StringComparison.Ordinal));
        var servers = _folder.Servers;
        Assert.Equal(0, (await AsNobodyAsync("dotnet", Program, "services", "down")).ExitCode);
        Assert.DoesNotContain(servers, server => server.IsRunning);
        Assert.Empty(_folder.Starts);
    }

    private static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "asyncbook.dll");

    private async Task<(int ExitCode, string Output)> AsNobodyAsync(params string[] command)
    {
        var start = new ProcessStartInfo("setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", .. command])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.Path,
        };
        foreach (var (name, value) in (IEnumerable<(string, string)>)[.. _folder.Environment, ("HOME", _folder.Home), ("PATH", "/usr/local/bin:/usr/bin:/bin")])
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Token), process.StandardError.ReadToEndAsync(Token));
        await process.WaitForExitAsync(Token);
        return (process.ExitCode, await output + await errors);
    }
}
