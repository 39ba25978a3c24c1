namespace AsyncBook.Doctor;

/// <summary>Commands to copy: for sh, or, on Windows, for cmd and PowerShell alike.</summary>
internal static class ShellCommand
{
    /// <summary>Makes a folder, if need be, and puts a file into it.</summary>
    public static string Move(HomeSystem system, string file, string folder) => system == HomeSystem.Windows
        ? PowerShell($"New-Item -ItemType Directory -Force {Quoted(system, folder)} | Out-Null; Move-Item {Quoted(system, file)} {Quoted(system, folder)}")
        : $"mkdir -p {Quoted(system, folder)} && mv {Quoted(system, file)} {Quoted(system, folder)}";

    /// <summary>Makes a folder, if need be.</summary>
    public static string MakeFolder(HomeSystem system, string folder) => system == HomeSystem.Windows
        ? PowerShell($"New-Item -ItemType Directory -Force {Quoted(system, folder)} | Out-Null")
        : $"mkdir -p {Quoted(system, folder)}";

    /// <summary>A path as an argument.</summary>
    public static string Argument(HomeSystem system, string path) => system == HomeSystem.Windows ? $"\"{path}\"" : Quoted(system, path);

    private static string PowerShell(string script) => $"powershell -NoProfile -Command \"{script}\"";

    private static string Quoted(HomeSystem system, string path) =>
        $"'{path.Replace("'", system == HomeSystem.Windows ? "''" : "'\\''", StringComparison.Ordinal)}'";
}
