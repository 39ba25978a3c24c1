using System.Diagnostics;

namespace AsyncBook.Servers;

/// <summary>A server that asyncbook started, as its note on disk has it.</summary>
/// <param name="Name">What docker-compose.yml calls it, as in redis-1.</param>
/// <param name="Variable">The environment variable that tells notebooks where it is.</param>
/// <param name="Address">The variable's value.</param>
/// <param name="ProcessId">Its process.</param>
/// <param name="StartedAt">When that process began: a later one that was given the same id began at another time.</param>
internal sealed record StartedServer(string Name, string Variable, string Address, int ProcessId, DateTime StartedAt)
{
    private static readonly TimeSpan _accuracy = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    public bool IsRunning
    {
        get
        {
            using var process = Process();
            return process is not null;
        }
    }

    /// <summary>Ends the process if it is still the one that was started.</summary>
    /// <exception cref="ServerException">It would not end.</exception>
    public void Stop()
    {
        using var process = Process();
        if (process is null)
        {
            return;
        }

        process.Kill();
        if (!process.WaitForExit(_patience))
        {
            throw new ServerException($"{Name} (process {ProcessId}) did not end within {_patience.TotalSeconds:0} s");
        }
    }

    private Process? Process()
    {
        try
        {
            var process = System.Diagnostics.Process.GetProcessById(ProcessId);
            return !process.HasExited && (process.StartTime.ToUniversalTime() - StartedAt).Duration() < _accuracy ? process : null;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // No such process, or it went while we looked, or it is not ours to look at: all of them are not it.
            return null;
        }
    }
}
