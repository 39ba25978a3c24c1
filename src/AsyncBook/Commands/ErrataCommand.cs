using System.CommandLine;
using AsyncBook.IO;
using AsyncBook.Notebooks;
using AsyncBook.Publishing;
using Spectre.Console;

namespace AsyncBook.Commands;

/// <summary><c>asyncbook errata</c>: the page of the tutorial's errors, made of the notebooks.</summary>
internal sealed class ErrataCommand(IAnsiConsole console, TextWriter errors)
{
    private const string Description =
        """
        For those who change a notebook: makes reference/errata.ipynb anew, from the 勘误 of all notebooks.

        Exit codes:
          0    up to date, or written
          1    out of date (--check)
          2    bad usage, or a notebook that cannot be read
        """;

    private static readonly Argument<string> _notebooks = new("notebooks")
    {
        Description = "The folder of the notebooks",
        DefaultValueFactory = _ => NotebookFinder.DefaultFolder,
    };

    private static readonly Option<bool> _check = new("--check") { Description = "Only say whether the page is up to date" };

    public static Command Create(IAnsiConsole console, TextWriter errors)
    {
        var command = new Command("errata", Description) { _notebooks, _check };
        command.SetAction(parsed => new ErrataCommand(console, errors).Renew(parsed.GetValue(_notebooks)!, parsed.GetValue(_check)));
        return command;
    }

    private int Renew(string folder, bool isCheck)
    {
        var path = Path.Combine(folder, ErrataPage.Source);
        if (!Directory.Exists(folder))
        {
            errors.WriteLine($"{folder}: is not a folder; name the one that holds the notebooks");
            return ExitCode.BadUsage;
        }

        var text = ErrataPage.Compose(folder);
        if (File.Exists(path) && File.ReadAllText(path) == text)
        {
            console.WriteRaw($"{path}: up to date");
            return ExitCode.Success;
        }

        if (isCheck)
        {
            errors.WriteLine($"{path}: out of date; renew it with: asyncbook errata");
            return ExitCode.Failure;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, text);
        console.WriteRaw($"{path}: written");
        return ExitCode.Success;
    }
}
