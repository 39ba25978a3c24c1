namespace AsyncBook.Services;

/// <summary>Servers being started together. What runs is on disk at every moment: whoever is killed meanwhile leaves nothing unknown.</summary>
internal sealed class ServiceStart
{
    private readonly Lock _lock = new();

    /// <exception cref="ServiceException">There is no room for a folder, or no right to make one.</exception>
    public ServiceStart(bool stay)
    {
        Folder = Path.Combine(ServiceFolder.Root, Path.GetRandomFileName());
        Note = ServiceNote.New(stay);
        try
        {
            Directory.CreateDirectory(Folder);
            Note.Save(Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Note.Stop(Folder);
            throw new ServiceException($"no server can be started in {ServiceFolder.Root}: {e.Message}", e);
        }
    }

    public string Folder { get; }

    public ServiceNote Note { get; private set; }

    public void Add(StartedService server) => Change(servers => [.. servers, server]);

    public void Remove(StartedService server) => Change(servers => [.. servers.Where(other => other != server)]);

    private void Change(Func<IReadOnlyList<StartedService>, IReadOnlyList<StartedService>> change)
    {
        lock (_lock)
        {
            Note = Note with { Servers = [.. change(Note.Servers).OrderBy(server => server.Name, StringComparer.Ordinal)] };
            Note.Save(Folder);
        }
    }
}
