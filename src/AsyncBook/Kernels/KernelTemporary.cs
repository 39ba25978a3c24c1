using AsyncBook.IO;

namespace AsyncBook.Kernels;

/// <summary>A folder for what a kernel leaves behind where it has to be killed: it goes with its processes, however those end.</summary>
internal static class KernelTemporary
{
    private const string Scratch = "NUGET_SCRATCH";

    /// <summary>What points a kernel of this family there.</summary>
    public static IReadOnlyDictionary<string, string> Of(ProcessFamily family)
    {
        if (OperatingSystem.IsWindows())
        {
            return new Dictionary<string, string>();
        }

        // A socket's path is short, or none.
        var folder = Path.Combine(Path.GetTempPath(), "ab-" + Path.GetRandomFileName());
        family.Own(folder);
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        // By the locks that lie there, restores keep out of each other's way: of all kernels, and of whatever else restores.
        var scratch = Environment.GetEnvironmentVariable(Scratch) is { Length: > 0 } own ? own : Path.Combine(Path.GetTempPath(), "NuGetScratch" + Environment.UserName);
        return new Dictionary<string, string> { ["TMPDIR"] = folder, [Scratch] = scratch };
    }
}
