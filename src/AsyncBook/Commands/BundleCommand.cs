using System.CommandLine;
using AsyncBook.Bundling;
using AsyncBook.Doctor;
using AsyncBook.IO;
using AsyncBook.Language;
using AsyncBook.Notebooks;
using AsyncBook.Publishing;
using Spectre.Console;

namespace AsyncBook.Commands;

/// <summary><c>asyncbook bundle</c>: everything a room without a network needs, in one file.</summary>
internal static class BundleCommand
{
    private static readonly Option<string> _out = new("--out")
    {
        Description = BundleWords.Out,
        DefaultValueFactory = _ => "artifacts/asyncbook-offline.zip",
    };

    public static Command Create(IAnsiConsole console, TextWriter errors)
    {
        var command = new Command("bundle", BundleWords.Description) { _out };
        command.SetAction((parsed, cancellationToken) => WriteAsync(parsed.GetValue(_out)!, console, errors, cancellationToken));
        return command;
    }

    private static async Task<int> WriteAsync(string path, IAnsiConsole console, TextWriter errors, CancellationToken cancellationToken)
    {
        if (OutputPlace.ReasonAgainst(path, Bundle.Root, takesStreams: false) is { } reason)
        {
            await errors.WriteLineAsync($"--out: {reason}");
            return ExitCode.BadUsage;
        }

        var root = OwnCommand.Repository ?? throw new BundleException(BundleWords.NoRepository);
        var notebooks = Path.Combine(root, NotebookFinder.DefaultFolder);
        var work = Directory.CreateTempSubdirectory("asyncbook-book-").FullName;
        try
        {
            var book = Path.Combine(work, "book");
            await errors.WriteLineAsync(BookWords.Making(notebooks));
            Book.Write(new(notebooks, book, Slides: false));
            var sets = NotebookFinder.Find([notebooks]).Select(Notebook.Load).SelectMany(notebook => PackageSet.Of(PackageChecks.PackagesOf(notebook)));
            var report = await new Bundle(root, book, [.. sets]).WriteAsync(path, errors.WriteLine, cancellationToken);
            console.WriteRaw(BundleWords.Written(path, Megabytes(report.Bytes), report.Packages, Megabytes(report.PackageBytes)));
            return ExitCode.Success;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static long Megabytes(long bytes) => (bytes + 999_999) / 1_000_000;
}
