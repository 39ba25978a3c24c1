using AsyncBook.Documents;
using AsyncBook.Running;

namespace AsyncBook.Servers;

/// <summary>The servers that notebooks need, for as long as they run: those that answer already, or else ours.</summary>
internal sealed class RunServers : IAsyncDisposable
{
    private Func<Task> _stop = () => Task.CompletedTask;

    private RunServers()
    {
    }

    /// <summary>Sees to it that what the notebooks need is there, where this machine can give it; says what it starts.</summary>
    /// <remarks>Kernels learn where through the environment they inherit. What cannot be had, <see cref="Requirements"/> tells each cell.</remarks>
    public static async Task<RunServers> StartAsync(IEnumerable<Notebook> notebooks, TextWriter news, CancellationToken cancellationToken)
    {
        ServerNote.StopOrphans();
        ServerNote.UseStaying();
        var servers = new RunServers();
        var missing = await MissingAsync(notebooks, cancellationToken);
        if (missing.Count == 0)
        {
            return servers;
        }

        try
        {
            await servers.StartAsync(missing, news, cancellationToken);
        }
        catch (ServerException e)
        {
            await news.WriteLineAsync(e.Message);
        }

        return servers;
    }

    public async ValueTask DisposeAsync() => await _stop();

    private static async Task<List<Service>> MissingAsync(IEnumerable<Notebook> notebooks, CancellationToken cancellationToken)
    {
        var needs = notebooks.SelectMany(notebook => notebook.Needs.Concat(notebook.Cells.SelectMany(cell => cell.Needs))).ToHashSet(StringComparer.Ordinal);
        var missing = new List<Service>();
        foreach (var service in needs.SelectMany(Requirements.ServicesOf))
        {
            if (await Requirements.WhyUnreachableAsync(service) is not null)
            {
                cancellationToken.ThrowIfCancellationRequested();
                missing.Add(service);
            }
        }

        return missing;
    }

    private async Task StartAsync(List<Service> missing, TextWriter news, CancellationToken cancellationToken)
    {
        if (await DockerServers.IsHereAsync(cancellationToken))
        {
            await news.WriteLineAsync("starting the servers of docker-compose.yml for this run");
            _stop = () => DockerServers.DownAsync(CancellationToken.None);
            await DockerServers.UpAsync(cancellationToken);
            return;
        }

        var startable = missing.Where(PrivateServers.CanStart).ToList();
        if (startable.Count == 0)
        {
            return;
        }

        var (folder, note) = await PrivateServers.StartAsync(startable, stay: false, cancellationToken);
        _stop = () => Task.Run(() => note.Stop(folder));
        foreach (var server in note.Servers)
        {
            Environment.SetEnvironmentVariable(server.Variable, server.Address);
        }

        await news.WriteLineAsync($"started for this run: {string.Join(", ", note.Servers.Select(server => server.Name))}");
    }
}
