using System.CommandLine;
using AsyncBook.Exercises;
using AsyncBook.Language;
using AsyncBook.Notebooks;
using Spectre.Console;

namespace AsyncBook.Commands;

/// <summary><c>asyncbook exercises</c>: shows how far the learner is, or begins exercises again.</summary>
internal sealed class ExercisesCommand(IAnsiConsole console, TextWriter errors)
{
    private static readonly Argument<string[]> _paths = new("notebooks")
    {
        Description = CommandWords.Notebooks,
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string[]> _reset = new("--reset")
    {
        Description = ExerciseWords.Reset,
        HelpName = "id",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> _all = new("--all") { Description = ExerciseWords.All };

    public static Command Create(IAnsiConsole console, TextWriter errors)
    {
        var command = new Command("exercises", ExerciseWords.Description) { _paths, _reset, _all };
        command.Validators.Add(result =>
        {
            if (result.GetValue(_all) && result.GetResult(_reset) is not null)
            {
                result.AddError(CommandWords.Exclude("--reset", "--all"));
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
        console.WriteLine(ExerciseWords.Count(exercises.Count(exercise => exercise.State == ExerciseState.Solved), exercises.Count));
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
            errors.WriteLine(ExerciseWords.Unknown(string.Join(", ", unknown), string.Join(", ", exercises.Select(exercise => exercise.Id))));
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
            console.WriteLine(ExerciseWords.HoldsStub(exercise.Id));
            return;
        }

        var kept = AnswerKeeper.Keep(answers, exercise, DateTime.Now);
        exercise.Reset();
        exercise.Notebook.Save();
        console.WriteLine(ExerciseWords.WasReset(exercise.Id, exercise.Notebook.Name, kept));
    }

    private static int With(IReadOnlyList<string> paths, Func<IReadOnlyList<Exercise>, int> act) =>
        act([.. NotebookFinder.Find(paths).Select(Notebook.Load).SelectMany(ExerciseFinder.Find)]);

    private static Table Table(IReadOnlyList<Exercise> exercises)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(ExerciseWords.Exercise, ExerciseWords.What, ExerciseWords.State, ExerciseWords.CheckSays);
        foreach (var exercise in exercises)
        {
            table.AddRow(
                exercise.Id.Escaped(),
                exercise.Title.Escaped(),
                Word(exercise.State),
                (exercise.State is ExerciseState.NotYet or ExerciseState.Solved ? exercise.Verdict : "").Escaped());
        }

        return table;
    }

    private static string Word(ExerciseState state) => state switch
    {
        ExerciseState.NotStarted => $"[grey]{ExerciseWords.NotStarted}[/]",
        ExerciseState.Begun => $"[yellow]{ExerciseWords.Begun}[/]",
        ExerciseState.NotYet => $"[red]{ExerciseWords.NotYet}[/]",
        _ => $"[green]{ExerciseWords.Solved}[/]",
    };
}
