using System.ComponentModel;
using System.Diagnostics;

namespace AsyncBook.IO;

/// <summary>Another program, run to its end.</summary>
internal static class ChildProcess
{
    private static readonly Dictionary<string, string> _noVariables = [];

    /// <inheritdoc cref="RunAsync(IReadOnlyList{string}, IReadOnlyDictionary{string, string}, CancellationToken)"/>
    public static Task<(int ExitCode, string Output)?> RunAsync(IReadOnlyList<string> command, CancellationToken cancellationToken) =>
        RunAsync(command, _noVariables, cancellationToken);

    /// <summary>Runs a program, with some variables of its own; cancelling ends it and all it started.</summary>
    /// <returns>How it ended and what it wrote, errors last; null where there is no such program.</returns>
    public static async Task<(int ExitCode, string Output)?> RunAsync(
        IReadOnlyList<string> command, IReadOnlyDictionary<string, string> variables, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            return null;
        }

        using (process)
        {
            try
            {
                process.StandardInput.Close();
                var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
                await process.WaitForExitAsync(cancellationToken);
                return (process.ExitCode, (await output + await errors).Trim());
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
                throw;
            }
        }
    }
}
