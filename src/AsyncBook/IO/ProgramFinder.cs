namespace AsyncBook.IO;

/// <summary>Server programs of this machine.</summary>
internal static class ProgramFinder
{
    // An ordinary user's PATH lacks the folders in which Debian puts mariadbd.
    private static readonly string[] _more = ["/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"];

    /// <summary>The first of the programs that is here, with its folder; null where none is. One with a folder of its own is looked for there.</summary>
    public static string? Find(params IEnumerable<string> names) =>
        (from name in names
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Concat(_more)
         let path = Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)
         where File.Exists(path)
         select path).FirstOrDefault();
}
