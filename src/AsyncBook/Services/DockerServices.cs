using AsyncBook.IO;

namespace AsyncBook.Services;

/// <summary>The servers of docker-compose.yml.</summary>
internal static class DockerServices
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    // That 'services up' started them: 'down' leaves alone what somebody else did.
    private static string Marker => Path.Combine(ServiceFolder.Root, "docker-compose");

    // A run's own servers are a project of their own: no other run, nor whoever typed 'docker compose up', ever meets them.
    private static string[] OwnProject => ["--project-name", $"asyncbook-run-{Environment.ProcessId}"];

    /// <summary>Whether a Docker engine with Compose answers within five seconds.</summary>
    public static async Task<bool> IsHereAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_patience);
        try
        {
            return await RunAsync(["info"], limit.Token) is null && await RunAsync(["compose", "version"], limit.Token) is null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Starts them and waits until they are healthy.</summary>
    /// <exception cref="ServiceException">Docker says why not.</exception>
    public static async Task UpAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(ServiceFolder.Root);
        await File.WriteAllTextAsync(Marker, "", cancellationToken);
        await ComposeAsync([], ["up", "-d", "--wait"], cancellationToken);
    }

    /// <summary>Stops them if <see cref="UpAsync"/> started them; their data stays in the volumes.</summary>
    /// <returns>Whether it had.</returns>
    /// <exception cref="ServiceException">Docker says why not.</exception>
    public static async Task<bool> DownAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Marker))
        {
            return false;
        }

        await ComposeAsync([], ["down"], cancellationToken);
        File.Delete(Marker);
        return true;
    }

    /// <summary>Starts services for this process alone, on free ports, and tells it and those it starts where they are.</summary>
    /// <exception cref="ServiceException">Docker says why not.</exception>
    public static async Task UpOwnAsync(IReadOnlyList<Service> services, CancellationToken cancellationToken)
    {
        foreach (var service in services)
        {
            var (name, port) = (service.Name.Replace('-', '_').ToUpperInvariant(), LoopbackPort.Free());
            Environment.SetEnvironmentVariable($"{name}_PORT", $"{port}");
            if (service.Address.Scheme == "redis")
            {
                Environment.SetEnvironmentVariable($"{name}_PASSWORD", service.Password);
            }

            // MySQL's user is the one of data/mysql/workshop.sql, whatever the address that nobody answers at says.
            Environment.SetEnvironmentVariable(service.Variable, service.Address.Scheme == "redis"
                ? $"redis://{service.Address.UserInfo}@127.0.0.1:{port}"
                : $"mysql://workshop:teach-pw@127.0.0.1:{port}/workshop");
        }

        await ComposeAsync(OwnProject, ["up", "-d", "--wait", .. services.Select(service => service.Name)], cancellationToken);
    }

    /// <summary>Stops what <see cref="UpOwnAsync"/> started, and removes its data.</summary>
    /// <exception cref="ServiceException">Docker says why not.</exception>
    public static Task DownOwnAsync() => ComposeAsync(OwnProject, ["down", "--volumes"], CancellationToken.None);

    private static async Task ComposeAsync(string[] project, string[] arguments, CancellationToken cancellationToken)
    {
        if (await RunAsync(["compose", "-f", ServiceFolder.Find("docker-compose.yml"), .. project, .. arguments], cancellationToken) is { } why)
        {
            throw new ServiceException($"docker compose {string.Join(' ', arguments)}: {why}");
        }
    }

    // Null, or what it said when it failed.
    private static async Task<string?> RunAsync(string[] arguments, CancellationToken cancellationToken) =>
        await ChildProcess.RunAsync(["docker", .. arguments], cancellationToken) is { } result
            ? result.ExitCode == 0 ? null : result.Output
            : "there is no docker on the PATH";
}
