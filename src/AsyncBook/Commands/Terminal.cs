using AsyncBook.Outputs;
using Spectre.Console;

namespace AsyncBook.Commands;

/// <summary>The console as Spectre sees it; a pipe, or NO_COLOR, gets plain lines.</summary>
internal static class Terminal
{
    private const int PlainWidth = 160;

    public static IAnsiConsole Create()
    {
        var isPlain = Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = isPlain ? InteractionSupport.No : InteractionSupport.Detect,
            ColorSystem = isPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = PlainWidth;
        }

        return console;
    }

    /// <summary>A line as it is, however long: for a shell or another program to read. What a notebook says in it steers no terminal.</summary>
    public static void WriteRaw(this IAnsiConsole console, string line) => console.Profile.Out.Writer.WriteLine(TerminalText.Clean(line));
}
