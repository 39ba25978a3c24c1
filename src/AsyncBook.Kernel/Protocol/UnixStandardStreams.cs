using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace AsyncBook.Kernel.Protocol;

/// <summary>File descriptors 0 and 1, duplicated for the protocol and then pointed elsewhere.</summary>
internal static partial class UnixStandardStreams
{
    private const int ReadOnly = 0;

    // ioctl's FIOCLEX needs no third argument, unlike fcntl's F_SETFD, whose variadic call P/Invoke gets wrong on Apple silicon.
    private static nuint CloseOnExec => OperatingSystem.IsLinux() ? 0x5451u : 0x20006601u;

    public static Stream TakeInput()
    {
        var input = DuplicatePrivately(0);
        var nothing = Check(Open("/dev/null", ReadOnly));
        Check(Replace(nothing, 0));
        _ = Close(nothing);
        return Wrap(input, FileAccess.Read);
    }

    public static Stream TakeOutput()
    {
        var output = DuplicatePrivately(1);
        Check(Replace(2, 1));
        return Wrap(output, FileAccess.Write);
    }

    // A child process that inherited the pipe would keep it open after this process has gone.
    private static int DuplicatePrivately(int descriptor)
    {
        var copy = Check(Duplicate(descriptor));
        Check(Control(copy, CloseOnExec));
        return copy;
    }

    private static FileStream Wrap(int descriptor, FileAccess access) =>
        new(new SafeFileHandle(descriptor, ownsHandle: true), access, bufferSize: access == FileAccess.Read ? 4096 : 0);

    private static int Check(int result) =>
        result >= 0 ? result : throw new Win32Exception(Marshal.GetLastPInvokeError());

    [LibraryImport("libc", EntryPoint = "dup", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Replace(int source, int target);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(int descriptor, nuint request);
}
