using System.Runtime.InteropServices;

namespace AsyncBook.IO;

/// <summary>What stands at a path, where links lead.</summary>
internal enum FileKind
{
    /// <summary>Nothing, or nothing that can be seen.</summary>
    None,

    /// <summary>An ordinary file: it can be replaced.</summary>
    Regular,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A terminal, a pipe, /dev/null: it can be written to, never replaced.</summary>
    Stream,

    /// <summary>A disk, whose content nobody means by a file name.</summary>
    Disk,
}

internal static partial class FileKinds
{
    private const int TypeBits = 0xF000, FolderBits = 0x4000, RegularBits = 0x8000, DiskBits = 0x6000;

    public static FileKind Of(string path) =>
        OperatingSystem.IsWindows() ? OnWindows(path)
        : TypeOf(path) switch
        {
            null => FileKind.None,
            FolderBits => FileKind.Folder,
            DiskBits => FileKind.Disk,
            RegularBits when !IsOfTheSystem(path) => FileKind.Regular,
            _ => FileKind.Stream,
        };

    // /dev/stdout may lead to a file, which the shell has open: replaced, it would lose what is written to it.
    private static bool IsOfTheSystem(string path) =>
        Path.GetFullPath(path) is var full && (full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal));

    private static FileKind OnWindows(string path) =>
        Directory.Exists(path) ? FileKind.Folder : File.Exists(path) ? FileKind.Regular : FileKind.None;

    // .NET tells attributes and permissions, but not the type; its own library does: the mode is the second number of what it fills.
    private static int? TypeOf(string path)
    {
        var status = new int[64];
        return Stat(path, status) == 0 ? status[1] & TypeBits : null;
    }

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_Stat", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Stat(string path, [Out] int[] status);
}
