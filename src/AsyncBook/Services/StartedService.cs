using AsyncBook.IO;

namespace AsyncBook.Services;

/// <summary>A server that asyncbook started, as its note on disk has it.</summary>
/// <param name="Name">What docker-compose.yml calls it, as in redis-1.</param>
/// <param name="Variable">The environment variable that tells notebooks where it is.</param>
/// <param name="Address">The variable's value.</param>
/// <param name="Process">Its process.</param>
internal sealed record StartedService(string Name, string Variable, string Address, ProcessMark Process)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    public bool IsRunning => Process.IsRunning;

    /// <summary>Ends the process if it is still the one that was started.</summary>
    /// <returns>Null, or that it would not end.</returns>
    public string? Stop() => Process.Stop(_patience)
        ? null
        : $"{Name} (process {Process.Id}) did not end within {_patience.TotalSeconds:0} s";
}
