using System.Globalization;
using AsyncBook.IO;
using AsyncBook.Services;

namespace AsyncBook.Tests.Services;

/// <summary>The disk that the servers' folders are on is full: a small one in memory, for root alone can make that.</summary>
[Collection(nameof(RunsAlone))]
[Trait("speed", "slow")]
public sealed class FullDiskTests : IDisposable
{
    private static readonly Service _mysql = Service.Read("mysql-1", "ASYNCBOOK_TEST_MYSQL", "mysql://workshop:teach-pw@127.0.0.1:1/workshop");

    private readonly IsolatedFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task Servers_that_find_no_room_say_so_and_leave_nothing() => OnDiskAsync(megabytes: 20, async () =>
    {
        var (exitCode, _, errors) = await _folder.RunAsync("services", "up");
        Assert.Equal(1, exitCode);
        Assert.True(errors.Contains("no space left on", StringComparison.OrdinalIgnoreCase), errors);
        Assert.Empty(_folder.Starts);

        // A run says so too, and goes on with the cells that need no server.
        _folder.Write("a.ipynb", SampleNotebook.Of(
            SampleNotebook.Code("needs", "1", """{"needs": ["mysql"]}"""), SampleNotebook.Code("free", "Console.WriteLine(6 * 7);")));
        (exitCode, var output, errors) = await _folder.RunAsync("run", "a.ipynb", "--verbose");
        Assert.Equal(0, exitCode);
        Assert.True(errors.Contains("no space left on", StringComparison.OrdinalIgnoreCase), errors);
        Assert.Contains("mysql-1 does not answer", output, StringComparison.Ordinal);
        Assert.Contains("42", output, StringComparison.Ordinal);
        Assert.Empty(_folder.Starts);
    });

    [Fact]
    public Task A_table_that_fills_the_disk_gets_an_error_and_with_room_again_services_up_brings_all_back() => OnDiskAsync(megabytes: 400, async () =>
    {
        Assert.SkipWhen(ProgramFinder.Find("mariadb", "mysql") is null, "needs the mariadb client");
        (string, string)[] usual = [.. _folder.Environment.Where(one => one.Name != "ASYNCBOOK_MYSQL_1"), ("ASYNCBOOK_MYSQL_1", _mysql.Address.OriginalString)];
        var up = await _folder.RunAsync(usual, "services", "up");
        Assert.True(up.ExitCode == 0, up.Output + up.Errors);
        // All room but eight megabytes goes to somebody else, then a table wants more than that.
        var free = new DriveInfo(_folder.Home).AvailableFreeSpace;
        await using (var hog = File.Create(Path.Combine(_folder.Home, "hog")))
        {
            var block = new byte[1 << 20];
            for (var written = 0L; written < free - (8 << 20); written += block.Length)
            {
                await hog.WriteAsync(block, Token);
            }
        }

        const string Fill = "create or replace table hog (id int auto_increment primary key, b longblob);"
            + "insert into hog (b) select repeat('x', 1000000) from seq_1_to_30";
        var (exitCode, output) = (await ChildProcess.RunAsync([.. Login(), Fill], Token))!.Value;
        Assert.True(exitCode != 0, "thirty megabytes fitted into eight");
        Assert.Contains("ERROR", output, StringComparison.Ordinal);

        // MariaDB 10.11 does not always survive it.
        File.Delete(Path.Combine(_folder.Home, "hog"));
        Assert.Equal(0, (await _folder.RunAsync(usual, "services", "up")).ExitCode);
        (exitCode, output) = (await ChildProcess.RunAsync([.. Login(), Fill + "; select count(*) from hog; drop table hog"], Token))!.Value;
        Assert.True(exitCode == 0, output);
        Assert.Contains("30", output, StringComparison.Ordinal);
        Assert.Equal(0, (await _folder.RunAsync(usual, "services", "down")).ExitCode);
        Assert.Empty(_folder.Starts);
    });

    private string[] Login()
    {
        var mysql = _folder.Servers.Single(server => server.Name == "mysql-1" && server.IsRunning);
        var port = new Uri(mysql.Address).Port.ToString(CultureInfo.InvariantCulture);
        return [ProgramFinder.Find("mariadb", "mysql")!, "--no-defaults", "-h127.0.0.1", $"-P{port}", "-uworkshop", "-pteach-pw", "workshop", "-e"];
    }

    private async Task OnDiskAsync(int megabytes, Func<Task> test)
    {
        Assert.SkipUnless(RedisService.Program is not null && MySqlService.Program is not null, "needs redis-server and mariadb-server");
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "needs root, to make a small disk");
        Directory.CreateDirectory(_folder.Home);
        var mounted = await ChildProcess.RunAsync(["mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", _folder.Home], Token);
        Assert.SkipWhen(mounted is not (0, _), $"no disk can be made here: {mounted?.Output}");
        try
        {
            await test();
        }
        finally
        {
            foreach (var server in _folder.Servers)
            {
                server.Stop();
            }

            await ChildProcess.RunAsync(["umount", "--lazy", _folder.Home], CancellationToken.None);
        }
    }
}
