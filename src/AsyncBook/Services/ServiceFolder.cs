using System.Globalization;
using AsyncBook.IO;
using AsyncBook.Language;

namespace AsyncBook.Services;

/// <summary>Where private servers keep what they need: a folder for each start, and in it one for each server.</summary>
internal static class ServiceFolder
{
    private static readonly string[] _telling = ["[ERROR]", "FATAL", "Could not", "Permission denied"];

    private const int Tries = 20;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _oldest = TimeSpan.FromHours(1);

    // 28 is the system's number for it.
    private static readonly string[] _full = ["No space left", "out of disk space", "error 28", "errno: 28", "OS errno 28"];

    /// <summary>The folder of all of them.</summary>
    public static string Root => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } home
            ? home
            : Path.GetTempPath(),
        "asyncbook", "servers");

    /// <summary>A folder for a start, its owner's alone; its name tells which process made it.</summary>
    public static string Create()
    {
        OwnersAlone.CreateFolder(Root);
        var folder = Path.Combine(Root, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Path.GetRandomFileName()}"));
        OwnersAlone.CreateFolder(folder);
        return folder;
    }

    // Two may clear the same folder away at once, and a program that makes a data folder outlives its killed asyncbook for a moment.
    public static void Remove(string folder)
    {
        for (var attempt = 1; Directory.Exists(folder); attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (attempt < Tries)
            {
                Thread.Sleep(_pause);
            }
        }
    }

    /// <summary>Removes what starts have left that were killed before or after they had a note there.</summary>
    public static void RemoveAborted(Func<string, bool> hasNote)
    {
        foreach (var folder in (Directory.Exists(Root) ? Directory.GetDirectories(Root) : []).Where(folder => !hasNote(folder) && IsAborted(folder)))
        {
            Remove(folder);
        }
    }

    // Earlier versions named no process: their folders are old by now.
    private static bool IsAborted(string folder) =>
        int.TryParse(Path.GetFileName(folder).Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var maker) && ProcessMark.Find(maker) is null
        || DateTime.UtcNow - Directory.GetLastWriteTimeUtc(folder) > _oldest;

    public static string Log(string folder) => Path.Combine(folder, "log.txt");

    /// <summary>Why a server ended, as its log has it, in one line: the log itself goes with its folder. The first error is the cause of the others.</summary>
    public static string LastWords(string folder)
    {
        var lines = File.Exists(Log(folder)) ? File.ReadLines(Log(folder)).Where(line => line.Length > 0).ToList() : [];
        if (lines.Any(line => IsOneOf(_full, line)))
        {
            return ServiceWords.NoSpace(Root);
        }

        var errors = lines.Where(line => IsOneOf(_telling, line)).ToList();
        return lines.Count == 0 ? ServiceWords.NoLog : string.Join(" / ", errors.Count > 0 ? errors.Take(2) : lines.TakeLast(3));
    }

    /// <summary>A file of the repository's data folder.</summary>
    /// <exception cref="ServiceException">It is not there.</exception>
    public static string Data(params string[] path) => Find(Path.Combine(["data", .. path]));

    /// <summary>A file of the repository.</summary>
    /// <exception cref="ServiceException">It is not there.</exception>
    public static string Find(string path)
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, path)))
            {
                return Path.Combine(folder, path);
            }
        }

        throw new ServiceException(ServiceWords.NotInRepository(path, AppContext.BaseDirectory));
    }

    private static bool IsOneOf(string[] words, string line) => words.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase));
}
