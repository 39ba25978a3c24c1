using System.Net.Sockets;
using AsyncBook.Running;
using Spectre.Console;

namespace AsyncBook.Servers;

/// <summary><c>asyncbook services</c>: the workshop's Redis and MySQL, brought up, looked at and taken down.</summary>
internal sealed class ServicesCommand(IAnsiConsole console, TextWriter errors)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    public async Task<int> UpAsync(CancellationToken cancellationToken)
    {
        ServerNote.StopOrphans();
        var missing = await MissingAsync();
        if (missing.Count == 0)
        {
            console.WriteLine("all four answer already");
            return await StatusAsync();
        }

        if (await DockerServers.IsHereAsync(cancellationToken))
        {
            await DockerServers.UpAsync(cancellationToken);
            return await StatusAsync();
        }

        var startable = missing.Where(PrivateServers.CanStart).ToList();
        if (startable.Count > 0)
        {
            var (_, note) = await PrivateServers.StartAsync(startable, stay: true, cancellationToken);
            SayWhere(note);
        }

        return missing.Count == startable.Count ? await StatusAsync() : await SayWhatToInstallAsync(missing.Except(startable));
    }

    /// <summary>Each service, where it is, its version and how long its answer took.</summary>
    /// <returns>Success if all answer.</returns>
    public async Task<int> StatusAsync()
    {
        ServerNote.UseStaying();
        var table = new Table().Border(TableBorder.Simple).AddColumns("service", "where", "version", "answer after");
        var all = true;
        foreach (var service in Services.All)
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
        ServerNote.StopOrphans();
        foreach (var (folder, note) in ServerNote.Staying())
        {
            note.Stop(folder);
            console.WriteLine($"stopped: {string.Join(", ", note.Servers.Select(server => server.Name))}");
        }

        if (await DockerServers.IsHereAsync(cancellationToken))
        {
            await DockerServers.DownAsync(cancellationToken);
        }

        return ExitCode.Success;
    }

    private static async Task<List<Service>> MissingAsync()
    {
        ServerNote.UseStaying();
        var answers = await Task.WhenAll(Services.All.Select(async service => (service, Why: await Requirements.WhyUnreachableAsync(service))));
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

    private void SayWhere(ServerNote note)
    {
        foreach (var server in note.Servers)
        {
            var usual = Services.All.First(service => service.Name == server.Name);
            if (new Uri(server.Address).Port != usual.Port)
            {
                console.WriteLine($"export {server.Variable}={server.Address}");
            }
        }
    }

    private async Task<int> SayWhatToInstallAsync(IEnumerable<Service> missing)
    {
        await errors.WriteLineAsync($"not started: {string.Join(", ", missing.Select(service => service.Name))}; no Docker engine answers");
        await errors.WriteLineAsync($"install Docker, or: sudo apt-get install {string.Join(' ', missing.Select(PrivateServers.WhatToInstall).Distinct())}");
        return ExitCode.Failure;
    }
}
