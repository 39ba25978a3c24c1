using System.CommandLine;
using AsyncBook.Commands.Views;
using AsyncBook.IO;
using AsyncBook.Language;
using AsyncBook.Services;
using Spectre.Console;

namespace AsyncBook.Commands;

/// <summary><c>asyncbook services</c>: the workshop's Redis and MySQL, brought up, looked at and taken down.</summary>
internal sealed class ServicesCommand(IAnsiConsole console, TextWriter errors)
{
    private const string Formats = "sh|powershell|env";

    public static Command Create(IAnsiConsole console, TextWriter errors)
    {
        var command = new ServicesCommand(console, errors);
        var format = new Option<ExportFormat?>("--format")
        {
            Description = ServiceWords.Format,
            HelpName = Formats,
            CustomParser = result => Choice.Read<ExportFormat>(result, "--format", Formats),
        };
        var up = new Command("up", ServiceWords.Up) { format };
        up.SetAction((parsed, cancellationToken) => command.UpAsync(parsed.GetValue(format), cancellationToken));
        var status = new Command("status", ServiceWords.Status);
        status.SetAction((_, cancellationToken) => command.StatusAsync(cancellationToken));
        var down = new Command("down", ServiceWords.Down);
        down.SetAction((_, cancellationToken) => command.DownAsync(cancellationToken));
        return new Command("services", ServiceWords.Description) { up, status, down };
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
            var plan = await ServicePlan.MakeWithWhatCanBeBroughtAsync(missing, errors, cancellationToken);
            addresses = addresses.With(await StartAsync(plan, cancellationToken));
            missing = [.. missing.Except(plan.Services)];
        }

        WriteAll(format is null ? addresses.All.Except(before) : addresses.All, format ?? ExportFormats.OfThisSystem);
        return missing.Count > 0 ? await SayWhatToInstallAsync(missing)
            : format is null ? await ShowAsync(addresses.All, advise: false, cancellationToken)
            : ExitCode.Success;
    }

    /// <summary>Each service, where it is, its version and how long its answer took.</summary>
    /// <returns>Success if all answer.</returns>
    public Task<int> StatusAsync(CancellationToken cancellationToken) =>
        ShowAsync(ServiceAddresses.OfEnvironment.WithStaying().All, advise: true, cancellationToken);

    public async Task<int> DownAsync(CancellationToken cancellationToken)
    {
        if (ServiceNote.StopOrphans() is { Count: > 0 } orphans)
        {
            console.WriteLine(ServiceWords.StoppedOrphans(string.Join(", ", orphans)));
        }

        var staying = ServiceNote.Staying();
        foreach (var (folder, note) in staying)
        {
            note.Stop(folder);
            console.WriteLine(ServiceWords.Stopped(string.Join(", ", note.Servers.Select(server => server.Name))));
        }

        var wasDocker = await DockerServices.DownStayingAsync(cancellationToken);
        if (wasDocker)
        {
            console.WriteLine(ServiceWords.StoppedDocker);
        }

        if (!wasDocker && staying.Count == 0)
        {
            console.WriteLine(ServiceWords.NothingToStop);
        }

        return ExitCode.Success;
    }

    private async Task<IReadOnlyList<StartedService>> StartAsync(ServicePlan plan, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", plan.Services.Select(service => service.Name));
        if (plan.Services.Count > 0)
        {
            await errors.WriteLineAsync(plan.IsDocker ? ServiceWords.StartingDocker(names) : ServiceWords.Starting(names));
        }

        if (plan.IsDocker)
        {
            await DockerServices.UpToStayAsync(cancellationToken);
            return [];
        }

        return plan.Services.Count > 0
            ? (await PrivateServices.StartAsync([.. plan.Services.Select(WithItsPassword)], stay: true, cancellationToken)).Note.Servers
            : [];
    }

    // Cells find a new password in the note of this start (lib/Services.cs); what the environment says comes before that.
    private static Service WithItsPassword(Service service) =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable(service.Variable)) ? PrivateServices.WithNewPassword(service) : service;

    private async Task<int> ShowAsync(IReadOnlyList<Service> services, bool advise, CancellationToken cancellationToken)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(ServiceWords.Service, ServiceWords.Where, ServiceWords.Version, ServiceWords.AnswerAfter);
        var all = true;
        foreach (var service in services)
        {
            var answer = await ServiceProbe.AskAsync(service, cancellationToken);
            var here = answer as ServiceAnswer.Here;
            all &= here is not null;
            table.AddRow(
                service.Name,
                $"{service.Host}:{service.Port}",
                (here?.Version ?? Silence(answer)).Escaped(),
                here is null ? "" : $"{here.Latency.TotalMilliseconds:0.0} ms");
        }

        console.Write(table);
        if (!all && advise)
        {
            console.WriteRaw(ServiceWords.StartThem(OwnCommand.With("services up")));
        }

        return all ? ExitCode.Success : ExitCode.Failure;
    }

    private static string Silence(ServiceAnswer answer) =>
        answer is ServiceAnswer.Refused refused ? ServiceWords.Refused(refused.Words) : ServiceWords.NoAnswer;

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
        await errors.WriteLineAsync(ServiceWords.NotStarted(string.Join(", ", missing.Select(service => service.Name))));
        await errors.WriteLineAsync(ServiceWords.Install(string.Join(' ', missing.Select(PrivateServices.WhatToInstall).Distinct())));
        return ExitCode.Failure;
    }
}
