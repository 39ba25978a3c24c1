using System.Diagnostics;
using System.Text.Json;

namespace AsyncBook.Bench;

/// <summary>Starts what is measured, each time in a fresh process.</summary>
internal static class Child
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(2);

    /// <summary>Runs a program that prints one JSON object of numbers.</summary>
    public static IReadOnlyDictionary<string, double> Measure(params IEnumerable<string> command)
    {
        using var process = Start(command);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(_limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"No end within {_limit}: {string.Join(' ', command)}");
        }
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<Dictionary<string, double>>(output.Result)!
            : throw new InvalidOperationException($"Exit code {process.ExitCode}: {string.Join(' ', command)}");
    }

    public static bool Succeeds(params IEnumerable<string> command)
    {
        try
        {
            using var process = Start(command, silent: true);
            process.StandardInput.Close();
            _ = process.StandardError.ReadToEndAsync();
            return process.WaitForExit(_limit) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    public static Process Start(IEnumerable<string> command, bool silent = false) =>
        Process.Start(new ProcessStartInfo(command.First(), command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = silent,
        })!;
}
