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

    /// <summary>A line as it is, however long: for a shell or another program to read.</summary>
    public static void WriteRaw(this IAnsiConsole console, string line) => console.Profile.Out.Writer.WriteLine(line);

    /// <summary>Somebody else's text inside markup: it steers neither Spectre nor the terminal.</summary>
    public static string Escaped(this string text) => Markup.Escape(TerminalText.Clean(text));

    /// <summary>As much of a line as there is room for; what is cut off is marked.</summary>
    public static string Fit(this string text, int cells)
    {
        var line = TerminalText.Clean(text).Replace('\n', ' ');
        if (line.GetCellWidth() <= cells)
        {
            return line;
        }

        var length = line.Length;
        while (length > 0 && line[..length].GetCellWidth() >= cells)
        {
            length--;
        }

        return (length > 0 && char.IsHighSurrogate(line[length - 1]) ? line[..(length - 1)] : line[..length]) + "…";
    }
}
