using System.CommandLine;
using AsyncBook.Exercises;
using AsyncBook.Notebooks;
using Spectre.Console;

namespace AsyncBook.Commands;

/// <summary><c>asyncbook exercises</c>: shows how far the learner is, or begins exercises again.</summary>
internal sealed class ExercisesCommand(IAnsiConsole console, TextWriter errors)
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

    public static Command Create(IAnsiConsole console, TextWriter errors)
    {
        var command = new Command("exercises", Description) { _paths, _reset, _all };
        command.Validators.Add(result =>
        {
            if (result.GetValue(_all) && result.GetResult(_reset) is not null)
            {
                result.AddError("--reset and --all exclude each other");
            }
        });
        command.SetAction(parsed => new ExercisesCommand(console, errors).Run(parsed));
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var paths = parsed.GetValue(_paths)!;
        var ids = parsed.GetValue(_reset);
        return ids is { Length: > 0 } || parsed.GetValue(_all)
            ? Reset(paths, parsed.GetValue(_all) ? null : ids, AnswerKeeper.Folder)
            : List(paths);
    }

    /// <summary>Lists the exercises of the notebooks at <paramref name="paths"/>.</summary>
    public int List(IReadOnlyList<string> paths) => With(paths, exercises =>
    {
        console.Write(Table(exercises));
        console.WriteLine($"{exercises.Count(exercise => exercise.State == ExerciseState.Solved)} of {exercises.Count} solved");
        return ExitCode.Success;
    });

    /// <summary>Puts back the stubs of some exercises, or of all; the answers are kept in <paramref name="answers"/>.</summary>
    /// <param name="paths">Notebooks, or folders of them.</param>
    /// <param name="ids">Which; null: all.</param>
    /// <param name="answers">Where to keep what the learner had written.</param>
    public int Reset(IReadOnlyList<string> paths, IReadOnlyList<string>? ids, string answers) => With(paths, exercises =>
    {
        var unknown = (ids ?? []).Except(exercises.Select(exercise => exercise.Id), StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            errors.WriteLine($"no exercise {string.Join(", ", unknown)}; there are: {string.Join(", ", exercises.Select(exercise => exercise.Id))}");
            return ExitCode.BadUsage;
        }

        foreach (var exercise in exercises.Where(exercise => ids?.Contains(exercise.Id, StringComparer.Ordinal) ?? true))
        {
            Reset(exercise, answers);
        }

        return ExitCode.Success;
    });

    private void Reset(Exercise exercise, string answers)
    {
        if (exercise.IsStub)
        {
            console.WriteLine($"{exercise.Id}: holds its stub already");
            return;
        }

        var kept = AnswerKeeper.Keep(answers, exercise, DateTime.Now);
        exercise.Reset();
        exercise.Notebook.Save();
        console.WriteLine($"{exercise.Id}: reset in {exercise.Notebook.Name}; your answer is kept in {kept}");
    }

    private static int With(IReadOnlyList<string> paths, Func<IReadOnlyList<Exercise>, int> act) =>
        act([.. NotebookFinder.Find(paths).Select(Notebook.Load).SelectMany(ExerciseFinder.Find)]);

    private static Table Table(IReadOnlyList<Exercise> exercises)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("exercise", "what", "state", "the check says");
        foreach (var exercise in exercises)
        {
            table.AddRow(
                Markup.Escape(exercise.Id),
                Markup.Escape(exercise.Title),
                Word(exercise.State),
                Markup.Escape(exercise.State is ExerciseState.NotYet or ExerciseState.Solved ? exercise.Verdict : ""));
        }

        return table;
    }

    private static string Word(ExerciseState state) => state switch
    {
        ExerciseState.NotStarted => "[grey]not started[/]",
        ExerciseState.Begun => "[yellow]begun, run its check[/]",
        ExerciseState.NotYet => "[red]not yet[/]",
        _ => "[green]solved[/]",
    };
}
