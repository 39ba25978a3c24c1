using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace AsyncBook.IO;

/// <summary>A process as one that comes later can know it again: its id, and when it began, since ids are given out again.</summary>
/// <param name="Id">The process id.</param>
/// <param name="Boot">On Linux, since which start of the machine <paramref name="Began"/> counts.</param>
/// <param name="Began">On Linux in ticks since then; elsewhere in milliseconds of Unix time.</param>
internal sealed record ProcessMark(int Id, string Boot, long Began)
{
    private const string BootId = "/proc/sys/kernel/random/boot_id";
    private static readonly long _accuracy = OperatingSystem.IsLinux() ? 0 : 1000;

    /// <summary>This process.</summary>
    public static ProcessMark Own => Find(Environment.ProcessId)!;

    public bool IsRunning => Find(Id) is { } now && now.Boot == Boot && Math.Abs(now.Began - Began) <= _accuracy;

    /// <summary>The process that has this id now; null where none has, or what had it has ended.</summary>
    public static ProcessMark? Find(int id)
    {
        try
        {
            return OperatingSystem.IsLinux() ? OnLinux(id) : Elsewhere(id);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException or Win32Exception)
        {
            // There is none, or it went while we looked, or it is not ours to look at: all of them are not it.
            return null;
        }
    }

    /// <summary>Ends the process at once, if it is still the one that is meant.</summary>
    /// <returns>Whether it is gone.</returns>
    public bool Stop(TimeSpan patience)
    {
        for (var clock = Stopwatch.StartNew(); IsRunning; Thread.Sleep(10))
        {
            if (clock.Elapsed > patience)
            {
                return false;
            }

            Kill();
        }

        return true;
    }

    private void Kill()
    {
        try
        {
            using var process = Process.GetProcessById(Id);
            process.Kill();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It has just gone, or it is not ours to end: then it is seen to be still there.
        }
    }

    // Process.StartTime is a time of day, and moves when the clock is set; the ticks do not. A zombie, which stays where nobody
    // collects dead children as in many a container, has ended.
    private static ProcessMark? OnLinux(int id)
    {
        var text = File.ReadAllText($"/proc/{id}/stat");
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return fields[0] is "Z" or "X" ? null : new(id, File.ReadAllText(BootId).Trim(), long.Parse(fields[19], CultureInfo.InvariantCulture));
    }

    private static ProcessMark? Elsewhere(int id)
    {
        using var process = Process.GetProcessById(id);
        return process.HasExited ? null : new(id, "", new DateTimeOffset(process.StartTime).ToUnixTimeMilliseconds());
    }
}
