using System.Diagnostics;
using AsyncBook.IO;
using AsyncBook.Language;

namespace AsyncBook.Services;

/// <summary>Servers being started together. What runs is on disk at every moment: whoever is killed meanwhile leaves nothing unknown.</summary>
internal sealed class ServiceStart
{
    private readonly Lock _lock = new();
    private readonly ProcessFamily? _family;

    /// <exception cref="ServiceException">There is no room for a folder, or no right to make one.</exception>
    public ServiceStart(bool stay)
    {
        Note = ServiceNote.New(stay);
        try
        {
            Folder = ServiceFolder.Create();
            _family = ServiceFamily.Of(Folder);
            Note.Save(Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Abort();
            throw new ServiceException(ServiceWords.NoneCanStart(ServiceFolder.Root, e.Message), e);
        }
    }

    public string Folder { get; } = "";

    /// <summary>What the environment of a server holds, and of what makes its data.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>(_family!.Variables)
    {
        // MariaDB asks no umask, but these.
        ["UMASK"] = "0600",
        ["UMASK_DIR"] = "0700",
        // Garnet would take as much memory as there are processors to collect it.
        ["DOTNET_gcServer"] = "0",
    };

    public ServiceNote Note { get; private set; }

    public void Add(StartedService server, Process process)
    {
        _family!.Add(process);
        Change(servers => [.. servers, server]);
    }

    /// <summary>All that were to start have: those that stay are let go.</summary>
    public void Succeed()
    {
        if (Note.Stays)
        {
            ServiceFamily.Release(Folder);
        }
    }

    /// <summary>Ends what has started and what was still being made, and removes the folder.</summary>
    public void Abort()
    {
        if (Folder.Length > 0)
        {
            Note.Stop(Folder, _family is null ? () => { } : _family.End);
        }
    }

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
