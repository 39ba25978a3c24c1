using AsyncBook.IO;
using AsyncBook.Language;

namespace AsyncBook.Services;

/// <summary>The services of docker-compose.yml, as one project of Docker's: the repository's own, or one that a run has for itself.</summary>
internal sealed class DockerServices
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);
    private static readonly Dictionary<string, string> _asItIs = [];

    private readonly string[] _project;
    private readonly string[] _names;
    private readonly Dictionary<string, string> _settings;

    private DockerServices(string[] project, string[] names, Dictionary<string, string> settings) =>
        (_project, _names, _settings) = (project, names, settings);

    /// <summary>Those that <c>docker compose up</c> starts too.</summary>
    public static DockerServices Shared { get; } = new([], [], _asItIs);

    /// <summary>The variables that say where they are, if that is not where the environment says already.</summary>
    public IReadOnlyDictionary<string, string> Addresses { get; private init; } = _asItIs;

    // That 'services up' started them: 'down' leaves alone what somebody else did.
    private static string Marker => Path.Combine(ServiceFolder.Root, "docker-compose");

    /// <summary>Services for this process alone, on free ports: no other run, nor whoever typed 'docker compose up', ever meets them.</summary>
    public static DockerServices ForThisRun(IReadOnlyList<Service> services)
    {
        var (settings, addresses) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        foreach (var service in services)
        {
            var (name, port) = (service.Name.Replace('-', '_').ToUpperInvariant(), LoopbackPort.Free());
            settings[$"{name}_PORT"] = $"{port}";
            if (service.Address.Scheme == "redis")
            {
                settings[$"{name}_PASSWORD"] = service.Password;
            }

            // MySQL's user is the one of data/mysql/workshop.sql, whatever the address that nobody answers at says.
            addresses[service.Variable] = service.Address.Scheme == "redis"
                ? $"redis://{service.Address.UserInfo}@127.0.0.1:{port}"
                : $"mysql://workshop:teach-pw@127.0.0.1:{port}/workshop";
        }

        return new(["--project-name", $"asyncbook-run-{Environment.ProcessId}"], [.. services.Select(service => service.Name)], settings) { Addresses = addresses };
    }

    /// <summary>Whether a Docker engine with Compose answers within five seconds.</summary>
    public static async Task<bool> IsHereAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_patience);
        try
        {
            return await RunAsync(["info"], _asItIs, limit.Token) is null && await RunAsync(["compose", "version"], _asItIs, limit.Token) is null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Starts them and waits until they are healthy.</summary>
    /// <exception cref="ServiceException">Docker says why not.</exception>
    public Task UpAsync(CancellationToken cancellationToken) => ComposeAsync(["up", "-d", "--wait", .. _names], cancellationToken);

    /// <summary>Stops them and removes their data.</summary>
    /// <exception cref="ServiceException">Docker says why not.</exception>
    public Task DownAsync() => ComposeAsync(["down", "--volumes"], CancellationToken.None);

    /// <summary>Starts those that stay, and remembers it.</summary>
    /// <exception cref="ServiceException">Docker says why not.</exception>
    public static async Task UpToStayAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(ServiceFolder.Root);
        await File.WriteAllTextAsync(Marker, "", cancellationToken);
        await Shared.UpAsync(cancellationToken);
    }

    /// <summary>Stops those that stay if <see cref="UpToStayAsync"/> started them; their data stays in the volumes.</summary>
    /// <returns>Whether it had.</returns>
    /// <exception cref="ServiceException">Docker says why not.</exception>
    public static async Task<bool> DownStayingAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Marker))
        {
            return false;
        }

        await Shared.ComposeAsync(["down"], cancellationToken);
        File.Delete(Marker);
        return true;
    }

    private async Task ComposeAsync(string[] arguments, CancellationToken cancellationToken)
    {
        if (await RunAsync(["compose", "-f", ServiceFolder.Find("docker-compose.yml"), .. _project, .. arguments], _settings, cancellationToken) is { } why)
        {
            throw new ServiceException($"docker compose {string.Join(' ', arguments)}: {why}");
        }
    }

    // Null, or what it said when it failed.
    private static async Task<string?> RunAsync(string[] arguments, Dictionary<string, string> settings, CancellationToken cancellationToken) =>
        await ChildProcess.RunAsync(["docker", .. arguments], settings, cancellationToken) is { } result
            ? result.ExitCode == 0 ? null : result.Output
            : ServiceWords.NoDocker;
}
