namespace AsyncBook.Servers;

/// <summary>Servers being started together. What runs is on disk at every moment: whoever is killed meanwhile leaves nothing unknown.</summary>
internal sealed class ServerStart
{
    private readonly Lock _lock = new();

    /// <exception cref="ServerException">There is no room for a folder, or no right to make one.</exception>
    public ServerStart(bool stay)
    {
        Folder = Path.Combine(ServerFolder.Root, Path.GetRandomFileName());
        Note = ServerNote.New(stay);
        try
        {
            Directory.CreateDirectory(Folder);
            Note.Save(Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Note.Stop(Folder);
            throw new ServerException($"no server can be started in {ServerFolder.Root}: {e.Message}", e);
        }
    }

    public string Folder { get; }

    public ServerNote Note { get; private set; }

    public void Add(StartedServer server) => Change(servers => [.. servers, server]);

    public void Remove(StartedServer server) => Change(servers => [.. servers.Where(other => other != server)]);

    private void Change(Func<IReadOnlyList<StartedServer>, IReadOnlyList<StartedServer>> change)
    {
        lock (_lock)
        {
            Note = Note with { Servers = [.. change(Note.Servers).OrderBy(server => server.Name, StringComparer.Ordinal)] };
            Note.Save(Folder);
        }
    }
}
