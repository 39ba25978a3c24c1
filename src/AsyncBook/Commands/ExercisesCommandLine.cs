using System.CommandLine;
using AsyncBook.Exercises;

namespace AsyncBook.Commands;

/// <summary>The options of <c>asyncbook exercises</c>.</summary>
internal static class ExercisesCommandLine
{
    private const string Description =
        """
        Shows which exercises there are and which you have solved, or begins some again.

        What it says comes from the notebooks' own cells: save the notebook in your editor first.
        A reset keeps your answer in a file of its own and says where; close the notebook in the editor, or reload it afterwards.

        Exit codes:
          0    done
          2    bad usage, an exercise that does not exist, or a notebook that cannot be read
        """;

    private static readonly Argument<string[]> _paths = new("notebooks")
    {
        Description = "Notebooks, or folders of them [default: notebooks]",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string[]> _reset = new("--reset")
    {
        Description = "Put the stub of this exercise back (may be given several times)",
        HelpName = "id",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> _all = new("--all") { Description = "Put every stub back" };

    public static Command Create()
    {
        var command = new Command("exercises", Description) { _paths, _reset, _all };
        command.Validators.Add(result =>
        {
            if (result.GetValue(_all) && result.GetResult(_reset) is not null)
            {
                result.AddError("--reset and --all exclude each other");
            }
        });
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var command = new ExercisesCommand(Terminal.Create(), Console.Error);
        var paths = parsed.GetValue(_paths)!;
        var ids = parsed.GetValue(_reset);
        return ids is { Length: > 0 } || parsed.GetValue(_all)
            ? command.Reset(paths, parsed.GetValue(_all) ? null : ids, AnswerKeeper.Folder)
            : command.List(paths);
    }
}
