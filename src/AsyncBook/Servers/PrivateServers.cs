using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AsyncBook.Servers;

/// <summary>Servers of this machine's own programs, on loopback, in a folder of their own.</summary>
internal static class PrivateServers
{
    private const int Tries = 3;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    /// <summary>Whether this machine has the program that a service needs.</summary>
    public static bool CanStart(Service service) => Program(service) is not null;

    /// <summary>What to install for a service.</summary>
    public static string WhatToInstall(Service service) => IsRedis(service) ? "redis-server" : "mariadb-server";

    /// <summary>Starts the services and waits until each answers.</summary>
    /// <param name="services">Which; their users, passwords and databases are kept, the port may be another.</param>
    /// <param name="stay">Whether they outlive this process.</param>
    /// <param name="cancellationToken">Ends the waiting and what was started.</param>
    /// <returns>The folder that <see cref="ServerNote.Stop"/> wants, and what was started.</returns>
    /// <exception cref="ServerException">One did not start; none was left running.</exception>
    public static async Task<(string Folder, ServerNote Note)> StartAsync(IReadOnlyList<Service> services, bool stay, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(ServerFolder.Root, Path.GetRandomFileName())).FullName;
        var starting = services.Select(service => StartAsync(service, Path.Combine(folder, service.Name), stay, cancellationToken)).ToList();
        try
        {
            var note = ServerNote.New(stay, await Task.WhenAll(starting));
            note.Save(folder);
            return (folder, note);
        }
        catch
        {
            // Whatever one of them met, the others end too.
            await Task.WhenAny(Task.WhenAll(starting));
            ServerNote.New(stay, [.. starting.Where(one => one.IsCompletedSuccessfully).Select(one => one.Result)]).Stop(folder);
            throw;
        }
    }

    private static async Task<StartedServer> StartAsync(Service service, string folder, bool stay, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = stay && attempt == 1 && IsFree(service.Port) ? service.Port : FreePort();
            try
            {
                return await StartAsync(service, folder, port, cancellationToken);
            }
            catch (ServerException) when (attempt < Tries)
            {
                // Somebody else may have taken the port since we looked.
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task<StartedServer> StartAsync(Service service, string folder, int port, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var command = IsRedis(service)
            ? await RedisServer.PrepareAsync(service, folder, port, cancellationToken)
            : await MySqlServer.PrepareAsync(service, folder, port, cancellationToken);
        // A session of its own, where that can be had: a Ctrl+C meant for asyncbook is not meant for the server.
        string[] detached = ServerProgram.Find("setsid") is { } setsid ? [setsid, .. command] : [.. command];
        using var process = Process.Start(new ProcessStartInfo(detached[0], detached[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var here = service with { Address = new Uri($"{service.Address.Scheme}://{service.Address.UserInfo}@127.0.0.1:{port}{service.Address.AbsolutePath}") };
        try
        {
            await WaitAsync(here, process, folder, cancellationToken);
            return new(service.Name, service.Variable, here.Address.OriginalString, process.Id, process.StartTime.ToUniversalTime());
        }
        catch
        {
            process.Kill();
            throw;
        }
    }

    private static async Task WaitAsync(Service service, Process process, string folder, CancellationToken cancellationToken)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < _patience; await Task.Delay(50, cancellationToken))
        {
            if (process.HasExited)
            {
                throw new ServerException($"{service.Name} ended at once, with exit code {process.ExitCode}: {ServerFolder.LastWords(folder)}");
            }

            try
            {
                await service.ProbeAsync(cancellationToken);
                return;
            }
            catch (Exception e) when (e is SocketException or IOException or ServiceUnavailableException)
            {
                // Not yet.
            }
        }

        throw new ServerException($"{service.Name} did not answer at {service.Host}:{service.Port} within {_patience.TotalSeconds:0} s: {ServerFolder.LastWords(folder)}");
    }

    private static bool IsRedis(Service service) => service.Address.Scheme == "redis";

    private static string? Program(Service service) => IsRedis(service) ? RedisServer.Program : MySqlServer.Program;

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
