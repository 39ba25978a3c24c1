using System.CommandLine;
using System.Globalization;
using AsyncBook.Language;
using AsyncBook.Notebooks;
using AsyncBook.Publishing;
using Spectre.Console;

namespace AsyncBook.Commands;

/// <summary><c>asyncbook book</c>: a static site of the notebooks.</summary>
internal static class BookCommand
{
    private static readonly Argument<string> _notebooks = new("notebooks")
    {
        Description = CommandWords.NotebooksFolder,
        DefaultValueFactory = _ => NotebookFinder.DefaultFolder,
    };

    private static readonly Option<string> _out = new("--out")
    {
        Description = BookWords.Out,
        DefaultValueFactory = _ => BookOptions.DefaultOut,
    };

    private static readonly Option<bool> _slides = new("--slides") { Description = BookWords.Slides };

    private static readonly Option<bool> _worksheet = new("--worksheet") { Description = BookWords.Worksheet };

    public static Command Create(IAnsiConsole console, TextWriter errors)
    {
        var command = new Command("book", BookWords.Description) { _notebooks, _out, _slides, _worksheet };
        command.SetAction(parsed => Write(
            new(parsed.GetValue(_notebooks)!, parsed.GetValue(_out)!, parsed.GetValue(_slides), parsed.GetValue(_worksheet)), console, errors));
        return command;
    }

    private static int Write(BookOptions options, IAnsiConsole console, TextWriter errors)
    {
        errors.WriteLine(BookWords.Making(options.Notebooks));
        var report = Book.Write(options);
        console.WriteRaw(BookWords.Made(
            report.Index, report.Pages, report.LargestPage.Page, Kilobytes(report.LargestPage.Bytes), Kilobytes(report.SearchIndex), Kilobytes(report.PrintPage)));
        return ExitCode.Success;
    }

    private static string Kilobytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{(bytes + 1023) / 1024} KB");
}
