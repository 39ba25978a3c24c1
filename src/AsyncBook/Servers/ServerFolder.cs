namespace AsyncBook.Servers;

/// <summary>Where private servers keep what they need: a folder for each start, and in it one for each server.</summary>
internal static class ServerFolder
{
    /// <summary>The folder of all of them.</summary>
    public static string Root => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } home
            ? home
            : Path.GetTempPath(),
        "asyncbook", "servers");

    public static string Log(string folder) => Path.Combine(folder, "log.txt");

    /// <summary>The end of a server's log, in one line.</summary>
    public static string LastWords(string folder) => File.Exists(Log(folder))
        ? string.Join(" / ", File.ReadLines(Log(folder)).Where(line => line.Length > 0).TakeLast(3)) + $" ({Log(folder)})"
        : "it left no log";

    /// <summary>A file of the repository's data folder.</summary>
    /// <exception cref="ServerException">It is not there.</exception>
    public static string Data(params string[] path) => Find(Path.Combine(["data", .. path]));

    /// <summary>A file of the repository.</summary>
    /// <exception cref="ServerException">It is not there.</exception>
    public static string Find(string path)
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, path)))
            {
                return Path.Combine(folder, path);
            }
        }

        throw new ServerException($"{path} is not above {AppContext.BaseDirectory}: run asyncbook from its repository");
    }
}
