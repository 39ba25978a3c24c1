using System.Net;
using System.Net.Sockets;
using AsyncBook.IO;
using AsyncBook.Language;
using AsyncBook.Services;

namespace AsyncBook.Doctor;

/// <summary>Redis and MySQL: reachable, or to be had.</summary>
internal static class ServiceChecks
{
    public static async Task<Finding> DockerAsync(CancellationToken cancellationToken) => await DockerServices.IsHereAsync(cancellationToken)
        ? Finding.Ok("Docker", DoctorWords.EngineAnswers)
        : Finding.Optional("Docker", DoctorWords.NoEngine, DoctorWords.InstallDocker);

    public static async Task<Finding> CheckAsync(Service service, CancellationToken cancellationToken)
    {
        var answer = await ServiceProbe.AskAsync(service, cancellationToken);
        return answer is ServiceAnswer.Here here
            ? Finding.Ok(service.Name, DoctorWords.ServerAt(here.Version, $"{service.Host}:{service.Port}", here.Latency.TotalMilliseconds))
            : NotThere(service, ServiceProbe.Describe(service, answer)!);
    }

    private static Finding NotThere(Service service, string why)
    {
        if (IsTaken(service))
        {
            return Finding.Missing(service.Name, why, DoctorWords.TakenPort(service.Variable));
        }

        return PrivateServices.CanStart(service)
            ? Finding.Optional(service.Name, DoctorWords.RunStartsIt($"{service.Host}:{service.Port}", PrivateServices.WhatStarts(service)), OwnCommand.With("services up"))
            : Finding.Missing(service.Name, DoctorWords.Nobody($"{service.Host}:{service.Port}"), Remedy(service));
    }

    private static string Remedy(Service service)
    {
        var install = DoctorWords.StartDockerOrInstall(PrivateServices.WhatToInstall(service));
        return PrivateServices.CanBring(service) ? install + DoctorWords.OrBring(OwnCommand.With("services up"), GarnetService.Name) : install;
    }

    // Somebody is there, but not who should be.
    private static bool IsTaken(Service service)
    {
        if (!IPAddress.TryParse(service.Host, out var address) || !IPAddress.IsLoopback(address))
        {
            return false;
        }

        using var client = new TcpClient();
        try
        {
            client.Connect(address, service.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
