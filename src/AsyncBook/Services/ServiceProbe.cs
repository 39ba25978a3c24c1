using System.Net.Sockets;
using AsyncBook.IO;
using AsyncBook.Language;

namespace AsyncBook.Services;

/// <summary>Asks services whether they are there.</summary>
internal static class ServiceProbe
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    public static Task<ServiceAnswer> AskAsync(Service service, CancellationToken cancellationToken) =>
        AskAsync(service, _patience, cancellationToken);

    public static async Task<ServiceAnswer> AskAsync(Service service, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            var (version, latency) = await service.ProbeAsync(limit.Token);
            return new ServiceAnswer.Here(version, latency);
        }
        catch (ServiceUnavailableException e)
        {
            return new ServiceAnswer.Refused(e.Answer);
        }
        catch (Exception e) when (IsSilence(e, cancellationToken))
        {
            return new ServiceAnswer.Silent();
        }
    }

    /// <summary>Why a service cannot be used; null where it answers.</summary>
    public static async Task<string?> WhyUnreachableAsync(Service service, CancellationToken cancellationToken) =>
        Describe(service, await AskAsync(service, cancellationToken));

    /// <inheritdoc cref="WhyUnreachableAsync"/>
    public static string? Describe(Service service, ServiceAnswer answer)
    {
        var where = $"{service.Host}:{service.Port} ({service.Variable})";
        return answer switch
        {
            ServiceAnswer.Here => null,
            ServiceAnswer.Refused refused => ServiceWords.RefusedAt(service.Name, where, refused.Words),
            _ => ServiceWords.SilentAt(
                service.Name,
                where,
                PrivateServices.CanStart(service) || PrivateServices.CanBring(service) ? OwnCommand.With("services up") : ServiceWords.ComposeOrInstall(PrivateServices.WhatToInstall(service))),
        };
    }

    /// <summary>Why a command of a service that answers cannot be used; null where it knows it.</summary>
    public static async Task<string?> WhyLackingAsync(Service service, string command, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(service, cancellationToken);
        if (answer is not ServiceAnswer.Here here)
        {
            return Describe(service, answer);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_patience);
        try
        {
            return await service.KnowsAsync(command, limit.Token)
                ? null
                : ServiceWords.Lacks(service.Name, here.Version, command, PrivateServices.WhatToInstall(service));
        }
        catch (Exception e) when (IsSilence(e, cancellationToken))
        {
            return Describe(service, new ServiceAnswer.Silent());
        }
    }

    /// <summary>Those of the services that cannot be used.</summary>
    public static async Task<IReadOnlyList<Service>> FindMissingAsync(IEnumerable<Service> services, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(services.Select(async service => (Service: service, Answer: await AskAsync(service, cancellationToken))));
        return [.. answers.Where(asked => asked.Answer is not ServiceAnswer.Here).Select(asked => asked.Service)];
    }

    private static bool IsSilence(Exception error, CancellationToken cancellationToken) =>
        error is SocketException or IOException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested);
}

/// <summary>What came of asking a service for its version: one of a closed set.</summary>
internal abstract record ServiceAnswer
{
    private ServiceAnswer()
    {
    }

    /// <summary>It can be used.</summary>
    internal sealed record Here(string Version, TimeSpan Latency) : ServiceAnswer;

    /// <summary>Somebody is there, and will not have us.</summary>
    internal sealed record Refused(string Words) : ServiceAnswer;

    /// <summary>Nobody is there, or nobody who speaks in time.</summary>
    internal sealed record Silent : ServiceAnswer;
}
