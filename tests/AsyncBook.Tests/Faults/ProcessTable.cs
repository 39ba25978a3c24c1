using System.Globalization;
using AsyncBook.IO;

namespace AsyncBook.Tests.Faults;

/// <summary>What runs on this machine, as Linux shows it.</summary>
internal static class ProcessTable
{
    /// <summary>The processes with this command line; arguments end in a NUL each.</summary>
    public static IReadOnlyList<int> Of(string commandLine) => [.. All().Where(id => Read(id, "cmdline") == commandLine)];

    /// <summary>The processes that inherited this variable with this value; the dead that nobody has collected are none.</summary>
    public static IReadOnlyList<int> With(string variable, string value) =>
        [.. All().Where(id => ('\0' + Read(id, "environ")).Contains($"\0{variable}={value}\0", StringComparison.Ordinal) && ProcessMark.Find(id) is not null)];

    /// <summary>What a process was started with, to be read by people.</summary>
    public static string Describe(int id) => $"{id}: {Read(id, "cmdline").Replace('\0', ' ')}";

    private static IEnumerable<int> All() =>
        Directory.GetDirectories("/proc").Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0);

    private static string Read(int id, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{file}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It went while we looked, or is not ours.
            return "";
        }
    }
}
