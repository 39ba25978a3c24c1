using System.CommandLine;
using AsyncBook.IO;
using AsyncBook.Language;
using AsyncBook.Notebooks;
using AsyncBook.Publishing;
using Spectre.Console;

namespace AsyncBook.Commands;

/// <summary><c>asyncbook errata</c>: the page of the tutorial's errors, made of the notebooks.</summary>
internal sealed class ErrataCommand(IAnsiConsole console, TextWriter errors)
{
    private static readonly Argument<string> _notebooks = new("notebooks")
    {
        Description = CommandWords.NotebooksFolder,
        DefaultValueFactory = _ => NotebookFinder.DefaultFolder,
    };

    private static readonly Option<bool> _check = new("--check") { Description = CommandWords.ErrataCheck };

    public static Command Create(IAnsiConsole console, TextWriter errors)
    {
        var command = new Command("errata", CommandWords.Errata) { _notebooks, _check };
        command.SetAction(parsed => new ErrataCommand(console, errors).Renew(parsed.GetValue(_notebooks)!, parsed.GetValue(_check)));
        return command;
    }

    private int Renew(string folder, bool isCheck)
    {
        var path = Path.Combine(folder, ErrataPage.Source);
        if (!Directory.Exists(folder))
        {
            errors.WriteLine(CommandWords.NotAFolder(folder));
            return ExitCode.BadUsage;
        }

        var text = ErrataPage.Compose(folder);
        if (File.Exists(path) && File.ReadAllText(path) == text)
        {
            console.WriteRaw(CommandWords.UpToDate(path));
            return ExitCode.Success;
        }

        if (isCheck)
        {
            errors.WriteLine(CommandWords.OutOfDate(path, OwnCommand.With("errata")));
            return ExitCode.Failure;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, text);
        console.WriteRaw(CommandWords.Written(path));
        return ExitCode.Success;
    }
}
