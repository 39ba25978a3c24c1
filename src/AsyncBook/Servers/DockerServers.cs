using AsyncBook.Processes;

namespace AsyncBook.Servers;

/// <summary>The servers of docker-compose.yml.</summary>
internal static class DockerServers
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

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
    /// <exception cref="ServerException">Docker says why not.</exception>
    public static Task UpAsync(CancellationToken cancellationToken) => ComposeAsync(["up", "-d", "--wait"], cancellationToken);

    /// <summary>Stops them; their data stays in the volumes.</summary>
    /// <exception cref="ServerException">Docker says why not.</exception>
    public static Task DownAsync(CancellationToken cancellationToken) => ComposeAsync(["down"], cancellationToken);

    private static async Task ComposeAsync(string[] arguments, CancellationToken cancellationToken)
    {
        if (await RunAsync(["compose", "-f", ServerFolder.Find("docker-compose.yml"), .. arguments], cancellationToken) is { } why)
        {
            throw new ServerException($"docker compose {string.Join(' ', arguments)}: {why}");
        }
    }

    // Null, or what it said when it failed.
    private static async Task<string?> RunAsync(string[] arguments, CancellationToken cancellationToken) =>
        await ChildProcess.RunAsync(["docker", .. arguments], cancellationToken) is { } result
            ? result.ExitCode == 0 ? null : result.Output
            : "there is no docker on the PATH";
}
