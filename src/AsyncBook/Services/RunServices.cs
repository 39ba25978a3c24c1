using AsyncBook.Notebooks;
using AsyncBook.Running;

namespace AsyncBook.Services;

/// <summary>The servers that notebooks need, for as long as they run: those that answer already, or else ours.</summary>
internal sealed class RunServices : IAsyncDisposable
{
    private Func<Task> _stop = () => Task.CompletedTask;

    private RunServices()
    {
    }

    /// <summary>Sees to it that what the notebooks need is there, where this machine can give it; says what it starts.</summary>
    /// <remarks>Kernels learn where through the environment they inherit. What cannot be had, <see cref="Requirements"/> tells each cell.</remarks>
    public static async Task<RunServices> StartAsync(IEnumerable<Notebook> notebooks, TextWriter news, CancellationToken cancellationToken)
    {
        ServiceNote.StopOrphans();
        ServiceNote.UseStaying();
        var servers = new RunServices();
        var missing = await MissingAsync(notebooks, cancellationToken);
        if (missing.Count == 0)
        {
            return servers;
        }

        try
        {
            await servers.StartAsync(missing, news, cancellationToken);
        }
        catch (ServiceException e)
        {
            await news.WriteLineAsync(e.Message);
        }
        catch
        {
            await servers.DisposeAsync();
            throw;
        }

        return servers;
    }

    public async ValueTask DisposeAsync() => await _stop();

    private static async Task<List<Service>> MissingAsync(IEnumerable<Notebook> notebooks, CancellationToken cancellationToken)
    {
        var needed = notebooks.SelectMany(notebook => notebook.Needs.Concat(notebook.Cells.SelectMany(cell => cell.Needs)))
            .Distinct(StringComparer.Ordinal).SelectMany(Requirements.ServicesOf);
        var answers = await Task.WhenAll(needed.Select(async service => (Service: service, Why: await Requirements.WhyUnreachableAsync(service))));
        cancellationToken.ThrowIfCancellationRequested();
        return [.. answers.Where(answer => answer.Why is not null).Select(answer => answer.Service)];
    }

    // This machine's own programs are there in two seconds, and nobody else can meet them; containers take a minute.
    private async Task StartAsync(List<Service> missing, TextWriter news, CancellationToken cancellationToken)
    {
        var startable = missing.Where(PrivateServices.CanStart).ToList();
        if (startable.Count < missing.Count && await DockerServices.IsHereAsync(cancellationToken))
        {
            var names = string.Join(", ", missing.Select(service => service.Name));
            await news.WriteLineAsync($"starting {names} of docker-compose.yml for this run");
            _stop = DockerServices.DownOwnAsync;
            await DockerServices.UpOwnAsync(missing, cancellationToken);
        }
        else if (startable.Count > 0)
        {
            var (folder, note) = await PrivateServices.StartAsync(startable, stay: false, cancellationToken);
            _stop = () => Task.Run(() => note.Stop(folder));
            foreach (var server in note.Servers)
            {
                server.Use();
            }

            await news.WriteLineAsync($"started for this run: {string.Join(", ", note.Servers.Select(server => server.Name))}");
        }
    }
}
