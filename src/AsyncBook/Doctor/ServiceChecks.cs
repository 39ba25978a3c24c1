using System.Net;
using System.Net.Sockets;
using AsyncBook.Services;

namespace AsyncBook.Doctor;

/// <summary>Redis and MySQL: reachable, or to be had.</summary>
internal static class ServiceChecks
{
    public static async Task<Finding> DockerAsync(CancellationToken cancellationToken) => await DockerServices.IsHereAsync(cancellationToken)
        ? Finding.Ok("Docker", "an engine with Compose answers")
        : Finding.Optional("Docker", "no engine answers; this machine's own servers do as well", "install Docker, then: docker compose up -d --wait");

    public static async Task<Finding> CheckAsync(Service service, CancellationToken cancellationToken)
    {
        var answer = await ServiceProbe.AskAsync(service, cancellationToken);
        return answer is ServiceAnswer.Here here
            ? Finding.Ok(service.Name, $"{here.Version} at {service.Host}:{service.Port}, after {here.Latency.TotalMilliseconds:0.0} ms")
            : NotThere(service, ServiceProbe.Describe(service, answer)!);
    }

    private static Finding NotThere(Service service, string why)
    {
        if (IsTaken(service))
        {
            return Finding.Missing(service.Name, why, $"free the port, or set {service.Variable} to another address");
        }

        return PrivateServices.CanStart(service)
            ? Finding.Optional(service.Name, $"nobody at {service.Host}:{service.Port}; 'asyncbook run' starts {PrivateServices.WhatToInstall(service)} itself", "asyncbook services up")
            : Finding.Missing(service.Name, $"nobody at {service.Host}:{service.Port}", $"docker compose up -d --wait, or: sudo apt-get install {PrivateServices.WhatToInstall(service)}");
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
