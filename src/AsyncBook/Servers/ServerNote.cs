using System.Diagnostics;
using System.Text.Json;
using AsyncBook.Documents;

namespace AsyncBook.Servers;

/// <summary>What was started and by whom, kept beside the servers' data: whoever comes later can stop them.</summary>
/// <param name="OwnerId">The process that stops them at its end; 0: they stay until <c>services down</c>.</param>
/// <param name="OwnerStartedAt">When the owner began.</param>
/// <param name="Servers">The servers.</param>
internal sealed record ServerNote(int OwnerId, DateTime OwnerStartedAt, IReadOnlyList<StartedServer> Servers)
{
    private const string FileName = "servers.json";

    /// <summary>A note for servers that end with this process, or that stay.</summary>
    public static ServerNote New(bool stay, IReadOnlyList<StartedServer> servers)
    {
        using var self = Process.GetCurrentProcess();
        return new(stay ? 0 : self.Id, self.StartTime.ToUniversalTime(), servers);
    }

    public bool Stays => OwnerId == 0;

    private bool IsOrphan => !Stays && !new StartedServer("owner", "", "", OwnerId, OwnerStartedAt).IsRunning;

    /// <summary>The notes of all servers that stay, with their folders.</summary>
    public static IReadOnlyList<(string Folder, ServerNote Note)> Staying() => [.. All().Where(found => found.Note.Stays)];

    /// <summary>Tells this process, and those it starts, where the servers that stay are: perhaps on other ports than usual.</summary>
    public static void UseStaying()
    {
        foreach (var server in Staying().SelectMany(found => found.Note.Servers)
            .Where(server => Environment.GetEnvironmentVariable(server.Variable) is null && server.IsRunning))
        {
            Environment.SetEnvironmentVariable(server.Variable, server.Address);
        }
    }

    /// <summary>Stops the servers of a run that was killed before it could.</summary>
    public static void StopOrphans()
    {
        foreach (var (folder, note) in All().Where(found => found.Note.IsOrphan))
        {
            note.Stop(folder);
        }
    }

    public void Save(string folder) => AtomicFile.Write(Path.Combine(folder, FileName), JsonSerializer.Serialize(this));

    /// <summary>Stops the servers and removes their folder.</summary>
    public void Stop(string folder)
    {
        foreach (var server in Servers)
        {
            server.Stop();
        }

        Directory.Delete(folder, recursive: true);
    }

    private static IEnumerable<(string Folder, ServerNote Note)> All() =>
        from folder in Directory.Exists(ServerFolder.Root) ? Directory.GetDirectories(ServerFolder.Root) : []
        let note = Read(Path.Combine(folder, FileName))
        where note is not null
        select (folder, note);

    private static ServerNote? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ServerNote>(File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            // Another asyncbook is just making or removing it.
            return null;
        }
    }
}
