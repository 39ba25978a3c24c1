using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AsyncBook.IO;
using AsyncBook.Services;

namespace AsyncBook.Tests.Services;

/// <summary>Real servers of this machine, each test's own: their faults, and that nothing of them is left.</summary>
[Collection(nameof(RunsAlone))]
[Trait("speed", "slow")]
public sealed class PrivateServicesTests
{
    private static readonly Service _redis = Service.Read("redis-1", "ASYNCBOOK_TEST_REDIS", $"redis://:secret@127.0.0.1:{LoopbackPort.Free()}");
    private static readonly Service _mysql = Service.Read("mysql-1", "ASYNCBOOK_TEST_MYSQL", $"mysql://learner:secret@127.0.0.1:{LoopbackPort.Free()}/workshop");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_kinds_start_on_free_ports_answer_with_their_version_and_leave_nothing()
    {
        Assert.SkipUnless(PrivateServices.CanStart(_redis) && PrivateServices.CanStart(_mysql), "needs redis-server and mariadb-server");
        var (folder, note) = await PrivateServices.StartAsync([_redis, _mysql], stay: false, Token);
        foreach (var server in note.Servers)
        {
            var (version, _) = await At(server).ProbeAsync(Token);
            Assert.Matches(@"^\d+\.\d+", version);
        }

        note.Stop(folder);

        Assert.All(note.Servers, server => Assert.False(server.IsRunning));
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_wrong_password_is_told_from_a_server_that_is_not_there()
    {
        await WithRedisAsync(async redis =>
        {
            var wrong = redis with { Address = new Uri($"redis://:wrong@127.0.0.1:{redis.Port}") };
            Assert.Contains("turned us away", await ServiceProbe.WhyUnreachableAsync(wrong, Token), StringComparison.Ordinal);
            Assert.Contains("WRONGPASS", await ServiceProbe.WhyUnreachableAsync(wrong, Token), StringComparison.Ordinal);
            var error = await Assert.ThrowsAsync<ServiceUnavailableException>(() => global::Services.RequireAsync(wrong));
            Assert.Contains("redis-1 不让进", error.Message, StringComparison.Ordinal);
            Assert.Contains("docker compose up -d --wait", error.Message, StringComparison.Ordinal);
            await global::Services.RequireAsync(redis);
        });

        var absent = await Assert.ThrowsAsync<ServiceUnavailableException>(() => global::Services.RequireAsync(_redis));
        Assert.Contains($"redis-1 连不上：127.0.0.1:{_redis.Port}（环境变量 ASYNCBOOK_TEST_REDIS）", absent.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("redis"), InlineData("mysql")]
    public async Task A_server_that_is_killed_and_comes_back_is_seen_again(string kind)
    {
        var service = Of(kind);
        var (folder, note) = await PrivateServices.StartAsync([service], stay: false, Token);
        var here = At(note.Servers[0]);
        note.Stop(folder);
        Assert.Contains("does not answer", await ServiceProbe.WhyUnreachableAsync(here, Token), StringComparison.Ordinal);
        var absent = await Assert.ThrowsAsync<ServiceUnavailableException>(() => global::Services.RequireAsync(here));
        Assert.Contains($"{here.Name} 连不上：127.0.0.1:{here.Port}", absent.Message, StringComparison.Ordinal);

        (folder, note) = await PrivateServices.StartAsync([here], stay: true, Token);
        Assert.Equal(here.Port, At(note.Servers[0]).Port);
        Assert.Null(await ServiceProbe.WhyUnreachableAsync(here, Token));
        note.Stop(folder);
    }

    [Theory, InlineData("redis"), InlineData("mysql")]
    public async Task A_paused_server_costs_no_more_than_the_bound_and_is_ended_all_the_same(string kind)
    {
        var (folder, note) = await PrivateServices.StartAsync([Of(kind)], stay: false, Token);
        var server = note.Servers[0];
        try
        {
            await SignalAsync("-STOP", server.Process.Id);
            var clock = Stopwatch.StartNew();
            Assert.Contains("does not answer", await ServiceProbe.WhyUnreachableAsync(At(server), Token), StringComparison.Ordinal);
            // The bound is three seconds; the test allows thirty, for a machine that is busy.
            Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));

            await SignalAsync("-CONT", server.Process.Id);
            Assert.Null(await ServiceProbe.WhyUnreachableAsync(At(server), Token));
            await SignalAsync("-STOP", server.Process.Id);
        }
        finally
        {
            note.Stop(folder);
        }

        Assert.False(server.IsRunning);
    }

    [Fact]
    public async Task A_redis_without_a_password_is_asked_without_one()
    {
        var (folder, note) = await PrivateServices.StartAsync([Of("redis") with { Address = new Uri($"redis://127.0.0.1:{LoopbackPort.Free()}") }], stay: true, Token);
        Assert.Null(await ServiceProbe.WhyUnreachableAsync(At(note.Servers[0]), Token));
        note.Stop(folder);
    }

    [Fact]
    public async Task Its_files_are_its_owners_alone_and_its_password_is_new_each_time()
    {
        Assert.SkipUnless(PrivateServices.CanStart(_redis) && PrivateServices.CanStart(_mysql), "needs redis-server and mariadb-server");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a Unix");
        var passwords = new List<string>();
        for (var start = 0; start < 2; start++)
        {
            var (folder, note) = await PrivateServices.StartAsync([PrivateServices.WithNewPassword(_redis), PrivateServices.WithNewPassword(_mysql)], stay: false, Token);
            try
            {
                const UnixFileMode Others = (UnixFileMode)0b000_111_111;
                string[] all = [ServiceFolder.Root, folder, .. Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories)];
                Assert.All(all.Where(path => !path.EndsWith(".sock", StringComparison.Ordinal)), path =>
                    Assert.True(OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Others) == 0, path));
                passwords.AddRange(note.Servers.Select(server => At(server).Password));
            }
            finally
            {
                note.Stop(folder);
            }
        }

        Assert.Equal(4, passwords.Distinct().Count());
        Assert.All(passwords, password => Assert.InRange(password.Length, 20, 100));
    }

    [Fact]
    public async Task A_taken_port_is_left_to_who_has_it()
    {
        Assert.SkipUnless(PrivateServices.CanStart(_redis), "needs redis-server");
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var (folder, note) = await PrivateServices.StartAsync(
            [_redis with { Address = new Uri($"redis://:secret@127.0.0.1:{port}") }], stay: true, Token);
        Assert.NotEqual(port, new Uri(note.Servers[0].Address).Port);
        note.Stop(folder);
    }

    [Fact]
    public async Task What_a_killed_owner_left_is_cleared_away_and_a_live_owners_is_not()
    {
        Assert.SkipUnless(PrivateServices.CanStart(_redis), "needs redis-server");
        var (orphaned, note) = await PrivateServices.StartAsync([_redis], stay: false, Token);
        (note with { Owner = note.Owner! with { Began = note.Owner.Began - 5000 } }).Save(orphaned);
        var (owned, mine) = await PrivateServices.StartAsync([_redis], stay: false, Token);

        ServiceNote.StopOrphans();

        Assert.False(note.Servers[0].IsRunning);
        Assert.False(Directory.Exists(orphaned));
        Assert.True(mine.Servers[0].IsRunning);
        mine.Stop(owned);
    }

    [Fact]
    public void A_process_that_was_given_a_dead_ones_id_is_never_stopped()
    {
        var another = ProcessMark.Own with { Began = ProcessMark.Own.Began - 5000 };
        Assert.False(another.IsRunning);
        Assert.True(another.Stop(TimeSpan.Zero));
        Assert.True(ProcessMark.Own.IsRunning);
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux says which start of the machine it is");
        Assert.False((ProcessMark.Own with { Boot = "an earlier one" }).IsRunning);
    }

    [Fact]
    public async Task The_workshops_user_may_read_the_users_names_and_nothing_else_of_the_servers()
    {
        Assert.SkipUnless(PrivateServices.CanStart(_mysql), "needs mariadb-server");
        var client = ProgramFinder.Find("mariadb", "mysql");
        Assert.SkipWhen(client is null, "needs the mariadb client");
        var (folder, note) = await PrivateServices.StartAsync([_mysql], stay: false, Token);
        try
        {
            var mysql = At(note.Servers[0]);
            Assert.Contains("learner", (await SqlAsync(client!, mysql, "select User from mysql.user")).Output, StringComparison.Ordinal);
            Assert.Contains("denied", (await SqlAsync(client!, mysql, "select * from mysql.user")).Errors, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("denied", (await SqlAsync(client!, mysql, "create database other")).Errors, StringComparison.OrdinalIgnoreCase);
        }
        finally
        {
            note.Stop(folder);
        }
    }

    [Fact]
    public async Task A_full_server_says_so_and_is_itself_again_when_the_crowd_has_gone()
    {
        // As many as it is started with; the server keeps one more place, for its administrator.
        const int places = 60;
        Assert.SkipUnless(PrivateServices.CanStart(_mysql), "needs mariadb-server");
        var (folder, note) = await PrivateServices.StartAsync([_mysql], stay: false, Token);
        var crowd = new List<TcpClient>();
        try
        {
            var mysql = At(note.Servers[0]);
            for (var i = 0; i <= places; i++)
            {
                crowd.Add(new TcpClient(mysql.Host, mysql.Port));
                await crowd[i].GetStream().ReadExactlyAsync(new byte[4], Token);
            }

            Assert.Contains("Too many connections", await ServiceProbe.WhyUnreachableAsync(mysql, Token), StringComparison.Ordinal);
            crowd.ForEach(one => one.Dispose());
            // The server notices within milliseconds; ten seconds are for a machine that is busy.
            for (var clock = Stopwatch.StartNew(); await ServiceProbe.WhyUnreachableAsync(mysql, Token) is { } why; await Task.Delay(50, Token))
            {
                Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), why);
            }
        }
        finally
        {
            crowd.ForEach(one => one.Dispose());
            note.Stop(folder);
        }
    }

    private static async Task<(string Output, string Errors)> SqlAsync(string client, Service mysql, string sql)
    {
        using var process = Process.Start(new ProcessStartInfo(client, ["--no-defaults", "-h127.0.0.1", $"-P{mysql.Port}", $"-u{mysql.User}", $"-p{mysql.Password}", "-e", sql])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Token), process.StandardError.ReadToEndAsync(Token));
        await process.WaitForExitAsync(Token);
        return (await output, await errors);
    }

    private static Service Of(string kind)
    {
        var service = kind == "redis" ? _redis : _mysql;
        Assert.SkipUnless(PrivateServices.CanStart(service), $"needs {PrivateServices.WhatToInstall(service)}");
        return service;
    }

    private static async Task WithRedisAsync(Func<Service, Task> test)
    {
        Assert.SkipUnless(PrivateServices.CanStart(_redis), "needs redis-server");
        var (folder, note) = await PrivateServices.StartAsync([_redis], stay: false, Token);
        try
        {
            await test(At(note.Servers[0]));
        }
        finally
        {
            note.Stop(folder);
        }
    }

    private static Service At(StartedService server) => new(server.Name, server.Variable, new Uri(server.Address));

    private static async Task SignalAsync(string signal, int process)
    {
        using var kill = Process.Start("kill", [signal, process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Token);
    }
}
