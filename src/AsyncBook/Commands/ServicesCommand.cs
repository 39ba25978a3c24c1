using System.Net.Sockets;
using AsyncBook.Running;
using AsyncBook.Services;
using Spectre.Console;

namespace AsyncBook.Commands;

/// <summary><c>asyncbook services</c>: the workshop's Redis and MySQL, brought up, looked at and taken down.</summary>
internal sealed class ServicesCommand(IAnsiConsole console, TextWriter errors)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    /// <summary>Starts what does not answer.</summary>
    /// <param name="format">How the addresses are printed, all of them and nothing else; null for people: those that differ, and a table.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>Success if all answer.</returns>
    public async Task<int> UpAsync(ExportFormat? format, CancellationToken cancellationToken)
    {
        ServiceNote.StopOrphans();
        var before = global::Services.All;
        var missing = await MissingAsync();
        if (missing.Count > 0)
        {
            // What an earlier 'up' started goes before starting more: perhaps only its address was not set in this shell.
            foreach (var server in ServiceNote.StayingServers().Where(server => missing.Any(service => service.Name == server.Name)))
            {
                server.Use();
            }

            missing = await MissingAsync();
        }

        if (missing.Count > 0)
        {
            missing = await StartAsync(missing, cancellationToken);
        }

        if (format is { } chosen)
        {
            WriteAll(global::Services.All, chosen);
        }
        else
        {
            WriteAll(global::Services.All.Except(before), ExportFormats.OfThisSystem);
        }

        return missing.Count > 0 ? await SayWhatToInstallAsync(missing) : format is null ? await StatusAsync() : ExitCode.Success;
    }

    /// <summary>Each service, where it is, its version and how long its answer took.</summary>
    /// <returns>Success if all answer.</returns>
    public async Task<int> StatusAsync()
    {
        ServiceNote.UseStaying();
        var table = new Table().Border(TableBorder.Simple).AddColumns("service", "where", "version", "answer after");
        var all = true;
        foreach (var service in global::Services.All)
        {
            var facts = await FactsAsync(service);
            all &= facts is not null;
            var version = facts?.Version ?? await Requirements.WhyUnreachableAsync(service) ?? "went away while we looked";
            table.AddRow(service.Name, $"{service.Host}:{service.Port}", Markup.Escape(version), facts?.Latency ?? "");
        }

        console.Write(table);
        return all ? ExitCode.Success : ExitCode.Failure;
    }

    public async Task<int> DownAsync(CancellationToken cancellationToken)
    {
        ServiceNote.StopOrphans();
        foreach (var (folder, note) in ServiceNote.Staying())
        {
            note.Stop(folder);
            console.WriteLine($"stopped: {string.Join(", ", note.Servers.Select(server => server.Name))}");
        }

        if (await DockerServices.DownAsync(cancellationToken))
        {
            console.WriteLine("stopped: the servers of docker-compose.yml");
        }

        return ExitCode.Success;
    }

    // Gives back what could not be started.
    private static async Task<List<Service>> StartAsync(List<Service> missing, CancellationToken cancellationToken)
    {
        if (await DockerServices.IsHereAsync(cancellationToken))
        {
            await DockerServices.UpAsync(cancellationToken);
            return [];
        }

        var startable = missing.Where(PrivateServices.CanStart).ToList();
        if (startable.Count > 0)
        {
            var (_, note) = await PrivateServices.StartAsync(startable, stay: true, cancellationToken);
            foreach (var server in note.Servers)
            {
                server.Use();
            }
        }

        return [.. missing.Except(startable)];
    }

    private static async Task<List<Service>> MissingAsync()
    {
        ServiceNote.UseStaying();
        var answers = await Task.WhenAll(global::Services.All.Select(async service => (service, Why: await Requirements.WhyUnreachableAsync(service))));
        return [.. answers.Where(answer => answer.Why is not null).Select(answer => answer.service)];
    }

    private static async Task<(string Version, string Latency)?> FactsAsync(Service service)
    {
        try
        {
            using var limit = new CancellationTokenSource(_patience);
            var (version, latency) = await service.ProbeAsync(limit.Token);
            return (version, $"{latency.TotalMilliseconds:0.0} ms");
        }
        catch (Exception e) when (e is SocketException or IOException or ServiceUnavailableException or OperationCanceledException)
        {
            return null;
        }
    }

    // No table, no wrapping: these lines are for a shell to read.
    private void WriteAll(IEnumerable<Service> services, ExportFormat format)
    {
        foreach (var service in services)
        {
            console.Profile.Out.Writer.WriteLine(format.Line(service.Variable, service.Address.OriginalString));
        }
    }

    private async Task<int> SayWhatToInstallAsync(IEnumerable<Service> missing)
    {
        await errors.WriteLineAsync($"not started: {string.Join(", ", missing.Select(service => service.Name))}; no Docker engine answers");
        await errors.WriteLineAsync($"install Docker, or: sudo apt-get install {string.Join(' ', missing.Select(PrivateServices.WhatToInstall).Distinct())}");
        return ExitCode.Failure;
    }
}
