using AsyncBook.Exercises;
using AsyncBook.Language;
using AsyncBook.Running;
using AsyncBook.Services;
using Spectre.Console;

namespace AsyncBook.Commands;

/// <summary><c>asyncbook exercises --watch</c>: each save is checked, and after the last mistake comes the next exercise.</summary>
internal sealed class ExerciseWatch(ExerciseDesk desk, IAnsiConsole console, TextWriter errors, TextReader input)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(150);
    private Task<string?>? _line;

    /// <summary>Goes on until all are solved, or the learner has had enough.</summary>
    /// <param name="find">Reads the exercises anew.</param>
    /// <param name="first">Where to begin; null: with the first that is not solved.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(Func<IReadOnlyList<Exercise>> find, string? first, CancellationToken cancellationToken)
    {
        var id = first ?? NextAfter(find(), null);
        while (id is not null)
        {
            var exercise = find().First(other => other.Id == id);
            if (!await WatchAsync(exercise, find, cancellationToken))
            {
                return;
            }

            id = NextAfter(find(), id);
        }

        console.WriteRaw(ExerciseWords.AllSolved);
    }

    /// <summary>The first after one, in the order of the notebooks and then from the beginning, that is not solved.</summary>
    public static string? NextAfter(IReadOnlyList<Exercise> all, string? id)
    {
        var at = id is null ? -1 : all.Select(exercise => exercise.Id).ToList().IndexOf(id);
        return all.Skip(at + 1).Concat(all.Take(at + 1)).FirstOrDefault(exercise => exercise.Id != id && exercise.State != ExerciseState.Solved)?.Id;
    }

    // True: on to the next one; false: the learner has had enough.
    private async Task<bool> WatchAsync(Exercise exercise, Func<IReadOnlyList<Exercise>> find, CancellationToken cancellationToken)
    {
        desk.Open(exercise);
        console.WriteRaw(ExerciseWords.Keys);
        await using var services = await RunServices.StartAsync(exercise.Needs, errors, cancellationToken);
        if (await ExerciseDesk.WhyNotAsync(exercise, services.Addresses, cancellationToken) is { } why)
        {
            await errors.WriteLineAsync(ExerciseWords.CannotCheck(exercise.Id, why));
            return true;
        }

        await using var judges = new SpareJudge(exercise, services.Addresses, cancellationToken);
        var seen = exercise.IsStub ? Look(exercise) : null;
        while (true)
        {
            var (now, typed) = (Look(exercise), Typed());
            if (typed is "q" or "n")
            {
                return typed == "n";
            }

            if (typed == "h")
            {
                desk.Hint(exercise);
            }
            else if (typed is not null || (now is not null && now != seen))
            {
                exercise = find().First(other => other.Id == exercise.Id);
                desk.Sync(exercise);
                await using var judge = await judges.TakeAsync();
                var verdict = await desk.CheckAsync(exercise, judge, cancellationToken);
                // What was checked, not what is there now: the learner may have saved again meanwhile.
                seen = (AnswerText.Normalize(exercise.Cell.Source), File.GetLastWriteTimeUtc(exercise.Notebook.Path));
                if (verdict.State == ExerciseState.Solved)
                {
                    return true;
                }
            }

            await Task.Delay(_pause, cancellationToken);
        }
    }

    // What both places hold now; null while an editor is just replacing one of them.
    private static (string File, DateTime Notebook)? Look(Exercise exercise)
    {
        try
        {
            return new AnswerFile(exercise).Read() is { } answer ? (answer, File.GetLastWriteTimeUtc(exercise.Notebook.Path)) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    // Where nobody can type, the line never comes.
    private string? Typed()
    {
        _line ??= Task.Run(input.ReadLine);
        if (!_line.IsCompleted || _line.Result is not { } line)
        {
            return null;
        }

        _line = null;
        return line.Trim().ToLowerInvariant();
    }
}

/// <summary>A kernel that is ready before the learner is: each answer gets a fresh one, and waits for none.</summary>
internal sealed class SpareJudge : IAsyncDisposable
{
    private readonly Func<Task<Judge>> _start;
    private Task<Judge> _spare;

    public SpareJudge(Exercise exercise, ServiceAddresses addresses, CancellationToken cancellationToken)
    {
        _start = () => Judge.StartAsync(exercise.Notebook, addresses, cancellationToken);
        _spare = _start();
    }

    public async Task<Judge> TakeAsync()
    {
        var judge = await _spare;
        _spare = _start();
        return judge;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await (await _spare).DisposeAsync();
        }
        catch (Exception e) when (e is OperationCanceledException or Kernels.KernelException)
        {
            // It was not needed any more, and has ended itself.
        }
    }
}
