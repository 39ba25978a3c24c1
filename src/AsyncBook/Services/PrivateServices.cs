using System.Diagnostics;
using System.Security.Cryptography;
using AsyncBook.IO;
using AsyncBook.Language;

namespace AsyncBook.Services;

/// <summary>Servers of this machine's own programs, on loopback, in a folder of their own.</summary>
internal static class PrivateServices
{
    private const int Tries = 3;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _answer = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _settling = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether this machine has the service's own program.</summary>
    public static bool HasOwn(Service service) => (IsRedis(service) ? RedisService.Program : MySqlService.Program) is not null;

    /// <summary>Whether this machine has a program that serves: its own, or what stands in for it.</summary>
    public static bool CanStart(Service service) => HasOwn(service) || (IsRedis(service) && GarnetService.Program is not null);

    /// <summary>Whether a program that stands in for a service's own can be brought.</summary>
    public static bool CanBring(Service service) => IsRedis(service) && !CanStart(service);

    /// <summary>What this machine starts for a service.</summary>
    public static string WhatStarts(Service service) => HasOwn(service) ? WhatToInstall(service) : GarnetService.Name;

    /// <summary>What to install for a service.</summary>
    public static string WhatToInstall(Service service) => IsRedis(service) ? "redis-server" : "mariadb-server";

    /// <summary>The service with a password made for this start: what carries its address to whom it concerns carries that, too.</summary>
    public static Service WithNewPassword(Service service)
    {
        var userInfo = $"{Uri.EscapeDataString(service.User)}:{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";
        return service with { Address = new Uri($"{service.Address.Scheme}://{userInfo}@{service.Host}:{service.Port}{service.Address.AbsolutePath}") };
    }

    /// <summary>Starts the services and waits until each answers.</summary>
    /// <param name="services">Which, with their users, passwords and databases; the port may be another.</param>
    /// <param name="stay">Whether they outlive this process.</param>
    /// <param name="cancellationToken">Ends the waiting and what was started.</param>
    /// <returns>The folder that <see cref="ServiceNote.Stop(string)"/> wants, and what was started.</returns>
    /// <exception cref="ServiceException">One did not start; none was left running.</exception>
    public static async Task<(string Folder, ServiceNote Note)> StartAsync(IReadOnlyList<Service> services, bool stay, CancellationToken cancellationToken)
    {
        var start = new ServiceStart(stay);
        var starting = services.Select(service => StartOneAsync(service, start, cancellationToken)).ToList();
        try
        {
            await Task.WhenAll(starting);
            start.Succeed();
            return (start.Folder, start.Note);
        }
        catch (Exception e)
        {
            // Task.WhenAll has waited for them all: whatever one of them met, the others end too.
            start.Abort();
            if (e is IOException or UnauthorizedAccessException)
            {
                throw new ServiceException(ServiceWords.NoneCanStart(ServiceFolder.Root, e.Message), e);
            }

            throw;
        }
    }

    private static async Task StartOneAsync(Service service, ServiceStart start, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(start.Folder, service.Name);
        for (var attempt = 1; ; attempt++)
        {
            var port = start.Note.Stays && attempt == 1 && LoopbackPort.IsFree(service.Port) ? service.Port : LoopbackPort.Free();
            try
            {
                await StartOnPortAsync(service, start, folder, port, cancellationToken);
                return;
            }
            catch (ServiceException) when (attempt < Tries)
            {
                // Somebody else may have taken the port since we looked.
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task StartOnPortAsync(Service service, ServiceStart start, string folder, int port, CancellationToken cancellationToken)
    {
        OwnersAlone.CreateFolder(folder);
        var command = !IsRedis(service) ? await MySqlService.PrepareAsync(service, folder, port, start.Variables, cancellationToken)
            : HasOwn(service) ? await RedisService.PrepareAsync(service, folder, port, cancellationToken)
            : await GarnetService.PrepareAsync(service, folder, port, cancellationToken);
        // A session of its own, where that can be had: a Ctrl+C meant for asyncbook is not meant for the server.
        string[] detached = ProgramFinder.Find("setsid") is { } setsid ? [setsid, .. command] : [.. command];
        using var process = Begin(OwnersAlone.Command(detached), start.Variables);
        var here = service with { Address = new Uri($"{service.Address.Scheme}://{service.Address.UserInfo}@127.0.0.1:{port}{service.Address.AbsolutePath}") };
        var server = new StartedService(service.Name, service.Variable, here.Address.OriginalString, ProcessMark.Find(process.Id) ?? new(process.Id, "", 0));
        try
        {
            start.Add(server, process);
            await WaitAsync(here, process, folder, cancellationToken);
        }
        catch
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            start.Remove(server);
            throw;
        }
    }

    private static Process Begin(IReadOnlyList<string> command, IReadOnlyDictionary<string, string> variables)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static async Task WaitAsync(Service service, Process process, string folder, CancellationToken cancellationToken)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < _patience; await Task.Delay(50, cancellationToken))
        {
            if (process.HasExited)
            {
                throw new ServiceException(ServiceWords.EndedAtOnce(service.Name, process.ExitCode, ServiceFolder.LastWords(folder)));
            }

            // Who answers may be somebody else, who took the port first: then ours is about to end.
            if (await ServiceProbe.AskAsync(service, _answer, cancellationToken) is ServiceAnswer.Here)
            {
                await Task.Delay(_settling, cancellationToken);
                if (!process.HasExited)
                {
                    return;
                }
            }
        }

        throw new ServiceException(ServiceWords.DidNotAnswer(service.Name, $"{service.Host}:{service.Port}", (int)_patience.TotalSeconds, ServiceFolder.LastWords(folder)));
    }

    private static bool IsRedis(Service service) => service.Address.Scheme == "redis";
}
