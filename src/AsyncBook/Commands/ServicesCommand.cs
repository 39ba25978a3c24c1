using System.CommandLine;
using AsyncBook.Services;
using Spectre.Console;

namespace AsyncBook.Commands;

/// <summary><c>asyncbook services</c>: the workshop's Redis and MySQL, brought up, looked at and taken down.</summary>
internal sealed class ServicesCommand(IAnsiConsole console, TextWriter errors)
{
    private const string Description =
        """
        The Redis and MySQL servers of chapters 2.1 to 2.4.

        Where this machine has redis-server and mariadbd, it is those, with the users, passwords and data of docker-compose.yml, on
        127.0.0.1 and in a folder of their own; otherwise Docker's, where an engine answers. 'asyncbook run' does this by itself where needed.

        Environment: ASYNCBOOK_REDIS_1, ASYNCBOOK_REDIS_2 (redis://:password@host:port), ASYNCBOOK_MYSQL_1, ASYNCBOOK_MYSQL_2
        (mysql://user:password@host:port/database) say where they are; docker-compose.yml's are the defaults.
        """;

    public static Command Create(IAnsiConsole console, TextWriter errors)
    {
        var command = new ServicesCommand(console, errors);
        var format = new Option<ExportFormat?>("--format") { Description = "Print nothing but the variables that say where the servers are, for a shell to read" };
        var up = new Command("up", "Starts what does not answer yet, and says which variables to set where the addresses are not the usual ones") { format };
        up.SetAction((parsed, cancellationToken) => command.UpAsync(parsed.GetValue(format), cancellationToken));
        var status = new Command("status", "Shows each server: where, which version, how quick. Exit code 1 if one does not answer");
        status.SetAction((_, cancellationToken) => command.StatusAsync(cancellationToken));
        var down = new Command("down", "Stops what 'up' started, and nothing else; data of Docker's servers stays");
        down.SetAction((_, cancellationToken) => command.DownAsync(cancellationToken));
        return new Command("services", Description) { up, status, down };
    }

    /// <summary>Starts what does not answer.</summary>
    /// <param name="format">How the addresses are printed, all of them and nothing else; null for people: those that differ, and a table.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>Success if all answer.</returns>
    public async Task<int> UpAsync(ExportFormat? format, CancellationToken cancellationToken)
    {
        ServiceNote.StopOrphans();
        var before = ServiceAddresses.OfEnvironment.All;
        var addresses = ServiceAddresses.OfEnvironment.WithStaying();
        var missing = await ServiceProbe.FindMissingAsync(addresses.All, cancellationToken);
        if (missing.Count > 0)
        {
            // What an earlier 'up' started goes before starting more: perhaps only its address was not set in this shell.
            addresses = addresses.With(ServiceNote.StayingServices().Where(started => missing.Any(service => service.Name == started.Name)));
            missing = await ServiceProbe.FindMissingAsync(addresses.All, cancellationToken);
        }

        if (missing.Count > 0)
        {
            var plan = await ServicePlan.MakeAsync(missing, cancellationToken);
            addresses = addresses.With(await StartAsync(plan, cancellationToken));
            missing = [.. missing.Except(plan.Services)];
        }

        WriteAll(format is null ? addresses.All.Except(before) : addresses.All, format ?? ExportFormats.OfThisSystem);
        return missing.Count > 0 ? await SayWhatToInstallAsync(missing)
            : format is null ? await ShowAsync(addresses.All, cancellationToken)
            : ExitCode.Success;
    }

    /// <summary>Each service, where it is, its version and how long its answer took.</summary>
    /// <returns>Success if all answer.</returns>
    public Task<int> StatusAsync(CancellationToken cancellationToken) =>
        ShowAsync(ServiceAddresses.OfEnvironment.WithStaying().All, cancellationToken);

    public async Task<int> DownAsync(CancellationToken cancellationToken)
    {
        if (ServiceNote.StopOrphans() is { Count: > 0 } orphans)
        {
            console.WriteLine($"stopped what a run had left: {string.Join(", ", orphans)}");
        }

        foreach (var (folder, note) in ServiceNote.Staying())
        {
            note.Stop(folder);
            console.WriteLine($"stopped: {string.Join(", ", note.Servers.Select(server => server.Name))}");
        }

        if (await DockerServices.DownStayingAsync(cancellationToken))
        {
            console.WriteLine("stopped: the servers of docker-compose.yml");
        }

        return ExitCode.Success;
    }

    private static async Task<IReadOnlyList<StartedService>> StartAsync(ServicePlan plan, CancellationToken cancellationToken)
    {
        if (plan.IsDocker)
        {
            await DockerServices.UpToStayAsync(cancellationToken);
            return [];
        }

        return plan.Services.Count > 0
            ? (await PrivateServices.StartAsync(plan.Services, stay: true, cancellationToken)).Note.Servers
            : [];
    }

    private async Task<int> ShowAsync(IReadOnlyList<Service> services, CancellationToken cancellationToken)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("service", "where", "version", "answer after");
        var all = true;
        foreach (var service in services)
        {
            var answer = await ServiceProbe.AskAsync(service, cancellationToken);
            var here = answer as ServiceAnswer.Here;
            all &= here is not null;
            table.AddRow(
                service.Name,
                $"{service.Host}:{service.Port}",
                Markup.Escape(here?.Version ?? ServiceProbe.Describe(service, answer)!),
                here is null ? "" : $"{here.Latency.TotalMilliseconds:0.0} ms");
        }

        console.Write(table);
        return all ? ExitCode.Success : ExitCode.Failure;
    }

    // No table, no wrapping: these lines are for a shell to read.
    private void WriteAll(IEnumerable<Service> services, ExportFormat format)
    {
        foreach (var service in services)
        {
            console.WriteRaw(format.Line(service.Variable, service.Address.OriginalString));
        }
    }

    private async Task<int> SayWhatToInstallAsync(IEnumerable<Service> missing)
    {
        await errors.WriteLineAsync($"not started: {string.Join(", ", missing.Select(service => service.Name))}; no Docker engine answers");
        await errors.WriteLineAsync($"install Docker, or: sudo apt-get install {string.Join(' ', missing.Select(PrivateServices.WhatToInstall).Distinct())}");
        return ExitCode.Failure;
    }
}
