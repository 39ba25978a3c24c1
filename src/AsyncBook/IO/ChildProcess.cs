using System.ComponentModel;
using System.Diagnostics;

namespace AsyncBook.IO;

/// <summary>Another program, run to its end.</summary>
internal static class ChildProcess
{
    /// <summary>Runs a program; cancelling ends it and all it started.</summary>
    /// <returns>How it ended and what it wrote, errors last; null where there is no such program.</returns>
    public static async Task<(int ExitCode, string Output)?> RunAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        Process process;
        try
        {
            process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1))
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
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
                throw;
            }
        }
    }
}
