using System.CommandLine;
using AsyncBook.Exporting;
using AsyncBook.Language;
using AsyncBook.Notebooks;
using Spectre.Console;

namespace AsyncBook.Commands;

/// <summary><c>asyncbook export</c>: notebooks as programs.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string[]> _notebooks = new("notebooks")
    {
        Description = ExportWords.Notebooks,
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> _out = new("--out")
    {
        Description = ExportWords.Out,
        DefaultValueFactory = _ => ExportFolder.Default,
    };

    public static Command Create(IAnsiConsole console)
    {
        var command = new Command("export", ExportWords.Description) { _notebooks, _out };
        command.SetAction(parsed =>
        {
            var notebooks = NotebookFinder.Find(parsed.GetValue(_notebooks)!).Select(Notebook.Load).ToList();
            foreach (var program in ExportFolder.Write(parsed.GetValue(_out)!, notebooks))
            {
                console.WriteRaw(ExportWords.Written(program.Path));
                foreach (var (cell, why) in program.Missing)
                {
                    console.WriteRaw(ExportWords.Without(program.Notebook.Path, cell.Id, why));
                }
            }

            return ExitCode.Success;
        });
        return command;
    }
}
