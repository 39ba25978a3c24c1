using System.CommandLine;
using System.Globalization;
using AsyncBook.Notebooks;
using AsyncBook.Publishing;
using Spectre.Console;

namespace AsyncBook.Commands;

/// <summary><c>asyncbook book</c>: a static site of the notebooks.</summary>
internal static class BookCommand
{
    private const string Description =
        """
        Makes a static site of the notebooks and their stored outputs, to read and to project.
        It needs no server and no network: open its index.html.

        Exit codes:
          0    written
          1    a link leads nowhere, or a cell cannot stand in a page; nothing was written
          2    bad usage, a folder that is not a book's, or a notebook that cannot be read
        """;

    private static readonly Argument<string> _notebooks = new("notebooks")
    {
        Description = "The folder of the notebooks",
        DefaultValueFactory = _ => NotebookFinder.DefaultFolder,
    };

    private static readonly Option<string> _out = new("--out")
    {
        Description = "Where the site goes; of a book that is there only its own files are replaced",
        DefaultValueFactory = _ => BookOptions.DefaultOut,
    };

    private static readonly Option<bool> _slides = new("--slides") { Description = "Pages open as a presentation (S does that in any book)" };

    private static readonly Option<bool> _worksheet = new("--worksheet") { Description = "To print and fill in: no answers, no hints, no outputs that are asked for" };

    public static Command Create(IAnsiConsole console)
    {
        var command = new Command("book", Description) { _notebooks, _out, _slides, _worksheet };
        command.SetAction(parsed => Write(
            new(parsed.GetValue(_notebooks)!, parsed.GetValue(_out)!, parsed.GetValue(_slides), parsed.GetValue(_worksheet)), console));
        return command;
    }

    private static int Write(BookOptions options, IAnsiConsole console)
    {
        var report = Book.Write(options);
        console.WriteRaw(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Index}: {report.Pages} notebooks; largest page {report.LargestPage.Page} {Kilobytes(report.LargestPage.Bytes)}, search index {Kilobytes(report.SearchIndex)}"));
        return ExitCode.Success;
    }

    private static string Kilobytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{(bytes + 1023) / 1024} KB");
}
