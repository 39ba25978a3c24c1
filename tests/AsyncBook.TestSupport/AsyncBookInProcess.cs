using AsyncBook.Commands;
using Spectre.Console;

namespace AsyncBook.TestSupport;

/// <summary>The command line as a program would use it: no process, no terminal, plain lines.</summary>
internal static class AsyncBookInProcess
{
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exitCode = await new CommandLine(Plain(output), errors).RunAsync(arguments);
        return (exitCode, output.ToString(), errors.ToString());
    }

    /// <summary>A console as a pipe is one.</summary>
    public static IAnsiConsole Plain(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = 160;
        return console;
    }
}
