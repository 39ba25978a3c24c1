using System.CommandLine;
using AsyncBook.Commands.Views;
using AsyncBook.Exercises;
using AsyncBook.Language;
using AsyncBook.Running;
using AsyncBook.Services;
using Spectre.Console;

namespace AsyncBook.Commands;

/// <summary><c>asyncbook exercises</c>: how far the learner is, and the exercises as files, without an editor for notebooks.</summary>
internal sealed class ExercisesCommand(IAnsiConsole console, TextWriter errors)
{
    private static readonly Argument<string[]> _words = new("exercises")
    {
        Description = ExerciseWords.Words,
        Arity = ArgumentArity.ZeroOrMore,
        Validators =
        {
            result =>
            {
                foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
                {
                    result.AddError(CommandWords.UnknownOption(token.Value));
                }
            },
        },
    };

    private static readonly Option<string[]> _reset = new("--reset")
    {
        Description = ExerciseWords.Reset,
        HelpName = "id",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> _all = new("--all") { Description = ExerciseWords.All };
    private static readonly Option<bool> _watch = new("--watch") { Description = ExerciseWords.Watch };

    private readonly ExerciseDesk _desk = new(console, errors);

    public static Command Create(IAnsiConsole console, TextWriter errors)
    {
        var exercises = new ExercisesCommand(console, errors);
        var command = new Command("exercises", ExerciseWords.Description) { _words, _reset, _all, _watch };
        command.Validators.Add(result =>
        {
            if (result.GetValue(_all) && result.GetResult(_reset) is not null)
            {
                result.AddError(CommandWords.Exclude("--reset", "--all"));
            }
        });
        command.SetAction(exercises.RunAsync);
        command.Subcommands.Add(Sub("check", ExerciseWords.CheckOnly, exercises.CheckAsync));
        command.Subcommands.Add(Sub("hint", ExerciseWords.HintOnly, exercises.HintAsync));
        command.Subcommands.Add(Sub("next", ExerciseWords.Next, exercises.NextAsync));
        return command;
    }

    private static Command Sub(string name, string description, Func<ParseResult, CancellationToken, Task<int>> act)
    {
        var command = new Command(name, description) { _words };
        command.SetAction(act);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var words = parsed.GetValue(_words)!;
        if (parsed.GetValue(_reset) is { Length: > 0 } ids)
        {
            return Find([.. words, .. ids]) is { } named ? _desk.Reset(named.Chosen) : ExitCode.BadUsage;
        }

        if (Find(words) is not { } found)
        {
            return ExitCode.BadUsage;
        }

        if (parsed.GetValue(_all))
        {
            return _desk.Reset(found.Chosen);
        }

        if (parsed.GetValue(_watch))
        {
            return await WatchAsync(words, found, cancellationToken);
        }

        return found.Chosen.Count < found.All.Count || words.Any(word => found.All.Any(exercise => exercise.Id == word)) ? _desk.Open(found.Chosen) : await ListAsync(found.All, cancellationToken);
    }

    private ExerciseChoice? Find(IReadOnlyList<string> words)
    {
        var found = ExerciseChoice.Find(words);
        if (found.Unknown.Count == 0)
        {
            return found;
        }

        errors.WriteLine(ExerciseWords.Unknown(string.Join(", ", found.Unknown), string.Join(", ", found.All.Select(exercise => exercise.Id))));
        return null;
    }

    private async Task<int> ListAsync(IReadOnlyList<Exercise> exercises, CancellationToken cancellationToken)
    {
        var addresses = ServiceAddresses.OfEnvironment.WithStaying();
        foreach (var exercise in exercises)
        {
            _desk.SyncIfThere(exercise);
            // In an editor a check leaves no word of which text it has seen.
            if (exercise is { IsStub: false, Verdict: null } && await ExerciseDesk.WhyNotAsync(exercise, addresses, cancellationToken) is null)
            {
                await errors.WriteLineAsync(ExerciseWords.Checking(exercise.Id));
                await using var judge = await Judge.StartAsync(exercise.Notebook, addresses, cancellationToken);
                var judgement = await judge.JudgeAsync(exercise, cancellationToken);
                VerdictStore.Keep(exercise.Cell.Source, exercise.Check.Source, judgement.Verdict);
            }
        }

        console.Write(ExerciseTable.Of(exercises));
        console.WriteLine(ExerciseWords.SolvedOf(exercises.Count(exercise => exercise.State == ExerciseState.Solved), exercises.Count));
        return ExitCode.Success;
    }

    private async Task<int> CheckAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (Find(parsed.GetValue(_words)!) is not { } found)
        {
            return ExitCode.BadUsage;
        }

        var verdicts = new List<ExerciseVerdict?>();
        foreach (var exercise in found.Chosen)
        {
            _desk.SyncIfThere(exercise);
            if (!exercise.IsStub || found.Chosen.Count < found.All.Count || found.All.Count == 1)
            {
                verdicts.Add(await _desk.CheckAsync(exercise, cancellationToken));
            }
        }

        return verdicts.Exists(verdict => verdict is { State: not ExerciseState.Solved }) ? ExitCode.Failure
            : verdicts.Contains(null) ? ExitCode.Skipped
            : ExitCode.Success;
    }

    private Task<int> HintAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (Find(parsed.GetValue(_words)!) is not { } found)
        {
            return Task.FromResult(ExitCode.BadUsage);
        }

        // Without an id, it is the one a learner is at.
        var at = found.Chosen.Count < found.All.Count || found.All.Count == 1 ? found.Chosen : [.. found.All.Where(exercise => exercise.State != ExerciseState.Solved).Take(1)];
        foreach (var exercise in at)
        {
            _desk.Hint(exercise);
        }

        return Task.FromResult(ExitCode.Success);
    }

    private Task<int> NextAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (Find(parsed.GetValue(_words)!) is not { } found)
        {
            return Task.FromResult(ExitCode.BadUsage);
        }

        if (found.Chosen.FirstOrDefault(exercise => exercise.State != ExerciseState.Solved) is { } next)
        {
            _desk.Open(next);
        }
        else
        {
            console.WriteRaw(ExerciseWords.AllSolved);
        }

        return Task.FromResult(ExitCode.Success);
    }

    private async Task<int> WatchAsync(string[] words, ExerciseChoice found, CancellationToken cancellationToken)
    {
        var first = words.FirstOrDefault(word => found.Chosen.Any(exercise => exercise.Id == word));
        var places = words.Where(word => found.All.All(exercise => exercise.Id != word)).ToList();
        await new ExerciseWatch(_desk, console, errors, Console.In).RunAsync(() => ExerciseChoice.Find(places).All, first, cancellationToken);
        return ExitCode.Success;
    }
}
