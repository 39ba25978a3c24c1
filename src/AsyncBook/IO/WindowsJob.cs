using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace AsyncBook.IO;

/// <summary>Windows' own way to end processes with all they started: when the last handle to their job closes, they end.</summary>
internal sealed partial class WindowsJob : IDisposable
{
    private const int ExtendedLimits = 9;
    private const uint KillOnClose = 0x2000;
    private readonly SafeFileHandle _job;

    public WindowsJob()
    {
        _job = new SafeFileHandle(CreateJobObjectW(0, 0), ownsHandle: true);
        Limit(KillOnClose);
    }

    public void Add(Process process)
    {
        // One that has ended already needs no job.
        if (!AssignProcessToJobObject(_job, process.SafeHandle) && !process.HasExited)
        {
            throw new Win32Exception();
        }
    }

    public void Release() => Limit(0);

    public void End() => TerminateJobObject(_job, 1);

    public void Dispose() => _job.Dispose();

    private void Limit(uint flags)
    {
        var limits = new Limits { Flags = flags };
        if (!SetInformationJobObject(_job, ExtendedLimits, ref limits, Marshal.SizeOf<Limits>()))
        {
            throw new Win32Exception();
        }
    }

    [LibraryImport("kernel32.dll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint CreateJobObjectW(nint attributes, nint name);

    [LibraryImport("kernel32.dll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool AssignProcessToJobObject(SafeFileHandle job, SafeProcessHandle process);

    [LibraryImport("kernel32.dll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetInformationJobObject(SafeFileHandle job, int kind, ref Limits limits, int size);

    [LibraryImport("kernel32.dll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool TerminateJobObject(SafeFileHandle job, uint exitCode);

    // JOBOBJECT_EXTENDED_LIMIT_INFORMATION, of which only the flags are ever set.
    [StructLayout(LayoutKind.Sequential)]
    private struct Limits
    {
        public long ProcessTime;
        public long JobTime;
        public uint Flags;
        public nuint SmallestSet;
        public nuint LargestSet;
        public uint Processes;
        public nuint Affinity;
        public uint Priority;
        public uint Scheduling;
        public long Reads;
        public long Writes;
        public long Others;
        public long BytesRead;
        public long BytesWritten;
        public long BytesOther;
        public nuint ProcessMemory;
        public nuint JobMemory;
        public nuint PeakProcessMemory;
        public nuint PeakJobMemory;
    }
}
