using AsyncBook.Commands.Views;
using AsyncBook.Exercises;
using AsyncBook.Language;
using AsyncBook.Outputs;
using AsyncBook.Running;
using AsyncBook.Services;
using Spectre.Console;

namespace AsyncBook.Commands;

/// <summary>What is done with one exercise: its file, its check, its hints.</summary>
internal sealed class ExerciseDesk(IAnsiConsole console, TextWriter errors)
{
    /// <summary>Makes file and notebook the same, and says what it did.</summary>
    public void Sync(Exercise exercise)
    {
        var outcome = AnswerSync.Run(exercise, DateTime.Now);
        var file = FileOf(exercise);
        if (outcome.Kept is { } kept)
        {
            console.WriteRaw(ExerciseWords.Both(exercise.Id, Shown(kept)));
        }
        else if (outcome.Direction != SyncDirection.None && !exercise.IsStub)
        {
            console.WriteRaw(outcome.Direction == SyncDirection.IntoFile
                ? ExerciseWords.IntoFile(exercise.Id, exercise.Notebook.Name, file)
                : ExerciseWords.IntoNotebook(exercise.Id, exercise.Notebook.Name, file));
        }
    }

    /// <summary>The same where the exercise has a file.</summary>
    public void SyncIfThere(Exercise exercise)
    {
        if (File.Exists(new AnswerFile(exercise).Path))
        {
            Sync(exercise);
        }
    }

    /// <summary>Puts the stubs back; an answer is kept in a file.</summary>
    public int Reset(IReadOnlyList<Exercise> exercises)
    {
        foreach (var exercise in exercises)
        {
            SyncIfThere(exercise);
            if (exercise.IsStub)
            {
                console.WriteRaw(ExerciseWords.IsStub(exercise.Id));
                exercise.Reset();
                exercise.Notebook.Save();
                continue;
            }

            var kept = AnswerKeeper.Keep(exercise.Id, exercise.Cell.Source);
            exercise.Reset();
            exercise.Notebook.Save();
            SyncIfThere(exercise);
            console.WriteRaw(ExerciseWords.WasReset(exercise.Id, exercise.Notebook.Name, kept));
        }

        return ExitCode.Success;
    }

    /// <summary>Writes the exercises' files and shows the tasks.</summary>
    public int Open(IReadOnlyList<Exercise> exercises)
    {
        foreach (var exercise in exercises)
        {
            Open(exercise);
        }

        return ExitCode.Success;
    }

    /// <summary>Writes the exercise's file and shows the task.</summary>
    public void Open(Exercise exercise)
    {
        Sync(exercise);
        console.WriteRaw(exercise.Task);
        console.WriteRaw("");
        console.WriteRaw(ExerciseWords.WriteHere(exercise.Id, exercise.Title, FileOf(exercise)));
    }

    /// <summary>Checks the answer alone, and shows, keeps and stores what the check says.</summary>
    /// <returns>The verdict; null where what the exercise needs cannot be had.</returns>
    public async Task<ExerciseVerdict?> CheckAsync(Exercise exercise, CancellationToken cancellationToken)
    {
        await using var services = await RunServices.StartAsync(exercise.Needs, errors, cancellationToken);
        if (await WhyNotAsync(exercise, services.Addresses, cancellationToken) is { } why)
        {
            await errors.WriteLineAsync(ExerciseWords.CannotCheck(exercise.Id, why));
            return null;
        }

        await using var judge = await Judge.StartAsync(exercise.Notebook, services.Addresses, cancellationToken);
        return await CheckAsync(exercise, judge, cancellationToken);
    }

    /// <inheritdoc cref="CheckAsync(Exercise, CancellationToken)"/>
    public async Task<ExerciseVerdict> CheckAsync(Exercise exercise, Judge judge, CancellationToken cancellationToken)
    {
        var judgement = await judge.JudgeAsync(exercise, cancellationToken);
        if (judgement.Printed.Trim().Length > 0)
        {
            console.WriteRaw($"{ExerciseWords.Printed}\n{TerminalText.Clean(judgement.Printed.TrimEnd())}");
        }

        console.MarkupLine($"[{(judgement.Verdict.State == ExerciseState.Solved ? "green" : "red")}]{judgement.Verdict.Line.Escaped()}[/]");
        if (judgement.Failure?.Trim().Contains('\n', StringComparison.Ordinal) == true)
        {
            console.WriteRaw(TerminalText.Clean(judgement.Failure.TrimEnd()));
        }

        VerdictStore.Keep(exercise.Cell.Source, exercise.Check.Source, judgement.Verdict);
        exercise.Show(judgement.Verdict);
        exercise.Notebook.Save();
        return judgement.Verdict;
    }

    /// <summary>Why an exercise cannot be checked where these services are; null where it can.</summary>
    public static async Task<string?> WhyNotAsync(Exercise exercise, ServiceAddresses addresses, CancellationToken cancellationToken)
    {
        foreach (var need in exercise.Needs)
        {
            if (await Requirements.WhyMissingAsync(need, addresses, cancellationToken) is { } why)
            {
                return why;
            }
        }

        return null;
    }

    /// <summary>Shows the next hint.</summary>
    public void Hint(Exercise exercise)
    {
        var (file, hints) = (new AnswerFile(exercise), exercise.Hints);
        if (file.HintsSeen is var seen && seen < hints.Count)
        {
            console.WriteRaw($"{ExerciseWords.Hint(seen + 1, hints.Count)}\n{hints[seen]}");
            file.HintsSeen = seen + 1;
            return;
        }

        console.WriteRaw(ExerciseWords.NoMoreHints(exercise.Id, exercise.Notebook.Name));
        file.HintsSeen = 0;
    }

    private static string FileOf(Exercise exercise) => Shown(new AnswerFile(exercise).Path);

    private static string Shown(string path) => Path.GetRelativePath(Environment.CurrentDirectory, path) is var near && !near.StartsWith("..", StringComparison.Ordinal) ? near : path;
}
