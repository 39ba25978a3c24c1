using System.Text.Json;
using AsyncBook.IO;
using AsyncBook.Language;

namespace AsyncBook.Services;

/// <summary>What was started and by whom, kept beside the servers' data: whoever comes later can stop them.</summary>
/// <param name="Owner">The process that stops them at its end; null: they stay until <c>services down</c>.</param>
/// <param name="Servers">The servers.</param>
internal sealed record ServiceNote(ProcessMark? Owner, IReadOnlyList<StartedService> Servers)
{
    private const string FileName = "servers.json";

    /// <summary>A note, still empty, for servers that end with this process, or that stay.</summary>
    public static ServiceNote New(bool stay) => new(stay ? null : ProcessMark.Own, []);

    public bool Stays => Owner is null;

    /// <summary>The notes of all servers that stay, with their folders.</summary>
    public static IReadOnlyList<(string Folder, ServiceNote Note)> Staying() => [.. All().Where(found => found.Note.Stays)];

    /// <summary>The servers that stay and have not been ended by somebody else.</summary>
    public static IEnumerable<StartedService> StayingServices() => Staying().SelectMany(found => found.Note.Servers).Where(server => server.IsRunning);

    /// <summary>Stops the servers of a run that was killed before it could.</summary>
    /// <returns>The names of the servers that were still there.</returns>
    public static IReadOnlyList<string> StopOrphans()
    {
        var stopped = new List<string>();
        foreach (var (folder, note) in All().Where(found => found.Note.Owner is { IsRunning: false }))
        {
            stopped.AddRange(note.Servers.Where(server => server.IsRunning).Select(server => server.Name));
            note.Stop(folder);
        }

        ServiceFolder.RemoveAborted(hasNote: folder => File.Exists(Path.Combine(folder, FileName)));
        return stopped;
    }

    public void Save(string folder) => AtomicFile.Write(Path.Combine(folder, FileName), JsonSerializer.Serialize(this), OwnersAlone.File);

    /// <summary>Stops the servers and removes their folder.</summary>
    /// <exception cref="ServiceException">One would not end: the others have, and the note stays.</exception>
    public void Stop(string folder) => Stop(folder, () => { });

    /// <inheritdoc cref="Stop(string)"/>
    /// <param name="folder">The folder.</param>
    /// <param name="endOthers">Ends what else may write there.</param>
    public void Stop(string folder, Action endOthers)
    {
        var problems = Servers.Select(server => server.Stop()).OfType<string>().ToList();
        if (problems.Count > 0)
        {
            throw new ServiceException(string.Join("; ", problems));
        }

        endOthers();
        ServiceFolder.Remove(folder);
        ServiceFamily.Release(folder);
    }

    private static IEnumerable<(string Folder, ServiceNote Note)> All() =>
        from folder in Directory.Exists(ServiceFolder.Root) ? Directory.GetDirectories(ServiceFolder.Root) : []
        let note = Read(Path.Combine(folder, FileName))
        where note is not null
        select (folder, note);

    private static ServiceNote? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ServiceNote>(File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            // Another asyncbook is just making or removing it.
            return null;
        }
    }
}

/// <summary>A server that asyncbook started, as its note on disk has it.</summary>
/// <param name="Name">What docker-compose.yml calls it, as in redis-1.</param>
/// <param name="Variable">The environment variable that tells notebooks where it is.</param>
/// <param name="Address">The variable's value.</param>
/// <param name="Process">Its process.</param>
internal sealed record StartedService(string Name, string Variable, string Address, ProcessMark Process)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    public bool IsRunning => Process.IsRunning;

    /// <summary>Ends the process if it is still the one that was started.</summary>
    /// <returns>Null, or that it would not end.</returns>
    public string? Stop() => Process.Stop(_patience)
        ? null
        : ServiceWords.DidNotEnd(Name, Process.Id, (int)_patience.TotalSeconds);
}
