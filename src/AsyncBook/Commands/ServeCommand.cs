using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using AsyncBook.Language;
using AsyncBook.Notebooks;
using AsyncBook.Publishing;
using AsyncBook.Serving;
using Spectre.Console;

namespace AsyncBook.Commands;

/// <summary><c>asyncbook serve</c>: the live book in the browser.</summary>
internal static class ServeCommand
{
    private static readonly Argument<string?> _notebook = new("notebook") { Description = ServeWords.Notebook, Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<int?> _port = new("--port")
    {
        Description = ServeWords.Port,
        Validators =
        {
            result =>
            {
                if (result.Tokens is [var given] && int.TryParse(given.Value, out var port) && port is < 1 or > 65535)
                {
                    result.AddError(ServeWords.PortRange);
                }
            },
        },
    };

    private static readonly Option<bool> _noBrowser = new("--no-browser") { Description = ServeWords.NoBrowser };

    public static Command Create(IAnsiConsole console, TextWriter errors)
    {
        var command = new Command("serve", ServeWords.Description) { _notebook, _port, _noBrowser };
        command.SetAction((parsed, cancellationToken) => ServeAsync(
            parsed.GetValue(_notebook), parsed.GetValue(_port), !parsed.GetValue(_noBrowser), console, errors, cancellationToken));
        return command;
    }

    private static async Task<int> ServeAsync(string? notebook, int? port, bool opens, IAnsiConsole console, TextWriter errors, CancellationToken cancellationToken)
    {
        var folder = FolderOf(notebook);
        var shelf = new Shelf(folder);
        var page = notebook is null || Directory.Exists(notebook) ? IndexPage.Address : PageOf(shelf, notebook);
        await using var server = await LiveServer.StartAsync(shelf, port, cancellationToken);
        var address = server.AddressOf(page).AbsoluteUri;
        console.WriteRaw(address);
        await errors.WriteLineAsync(ServeWords.HowToEnd);
        if (opens)
        {
            await OpenAsync(address, errors);
        }

        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is how it ends.
        }

        return ExitCode.Success;
    }

    // The folder that a notebook belongs to: those in "more" and "reference" are of the one above.
    private static string FolderOf(string? notebook)
    {
        if (notebook is null || (!File.Exists(notebook) && !Directory.Exists(notebook)))
        {
            return NotebookFinder.DefaultFolder;
        }

        if (Directory.Exists(notebook))
        {
            return notebook;
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(notebook))!;
        return Path.GetFileName(folder) is "more" or "reference" ? Path.GetDirectoryName(folder)! : folder;
    }

    private static string PageOf(Shelf shelf, string notebook)
    {
        var path = Path.GetFullPath(notebook);
        return (shelf.Pages.FirstOrDefault(page => Path.GetFullPath(page.Notebook.Path) == path)
            ?? shelf.Pages.FirstOrDefault(page => page.Notebook.Name.StartsWith(notebook, StringComparison.OrdinalIgnoreCase))
            ?? throw new NotebookFormatException(notebook, ServeWords.NoSuchNotebook(notebook, shelf.Folder))).Address;
    }

    private static async Task OpenAsync(string address, TextWriter errors)
    {
        try
        {
            var start = OperatingSystem.IsWindows() ? new ProcessStartInfo(address) { UseShellExecute = true }
                : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [address]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var browser = Process.Start(start);
        }
        catch (Win32Exception e)
        {
            await errors.WriteLineAsync(ServeWords.BrowserFailed(e.Message));
        }
    }
}
