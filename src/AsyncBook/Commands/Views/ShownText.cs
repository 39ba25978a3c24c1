using AsyncBook.Outputs;
using Spectre.Console;

namespace AsyncBook.Commands.Views;

/// <summary>Somebody else's words on a terminal.</summary>
internal static class ShownText
{
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
