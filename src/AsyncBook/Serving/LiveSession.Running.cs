using AsyncBook.Exercises;
using AsyncBook.Language;
using AsyncBook.Notebooks;
using AsyncBook.Outputs;
using AsyncBook.Running;

namespace AsyncBook.Serving;

/// <content>What a page wants run. However an exercise's check comes to run, by its own button or among others, it judges the answer.</content>
internal sealed partial class LiveSession
{
    private readonly Standing _standing = new();

    private void Run(PageMessage.Run run)
    {
        var judged = new Dictionary<string, (Exercise Exercise, string Source)>(StringComparer.Ordinal);
        var cells = run.Cells.ToList();
        foreach (var exercise in ExerciseFinder.Find(Page.Notebook))
        {
            // A check that was rewritten is a cell like any other.
            if (cells.Find(cell => cell.Id == exercise.Check.Id && Same(cell.Source, exercise.Check.Source)) is not { } check)
            {
                continue;
            }

            var source = check.Answer?.Source ?? exercise.Cell.Source;
            // Where it cannot be saved, which is said, the other cells run all the same.
            Exercise? saved = null;
            Try(() => saved = Save(exercise.Id, source, check.Answer?.Base));
            if (saved is not null)
            {
                judged.Add(check.Id, (saved, source));
            }
            else
            {
                cells.Remove(check);
                Send(new ServerMessage.Cell(check.Id, "idle"));
            }
        }

        _queue.Add([.. cells.Select(cell => cell.Id)], stop => RunAsync(cells, judged, run.Trace, stop));
    }

    private void Check(PageMessage.Check check)
    {
        if (Save(check.Exercise, check.Source, check.Base) is { } exercise)
        {
            _queue.Add([exercise.Cell.Id, exercise.Check.Id], stop => JudgeAsync(exercise, check.Source, trace: false, isAgain: true, stop));
        }
    }

    /// <returns>The exercise with this answer; null where somebody else has written another, which has been said.</returns>
    private Exercise? Save(string id, string source, string? since)
    {
        var outcome = _answers.Save(Page.Notebook.Path, id, source, since ?? _known.GetValueOrDefault(id) ?? "");
        Tell(id, source, outcome);
        return (outcome as SaveOutcome.Saved)?.Exercise;
    }

    private async Task RunAsync(IReadOnlyList<CellText> cells, Dictionary<string, (Exercise Exercise, string Source)> judged, bool trace, CancellationToken stop)
    {
        foreach (var (index, cell) in cells.Index())
        {
            var outcome = judged.TryGetValue(cell.Id, out var answer)
                ? await JudgeAsync(answer.Exercise, answer.Source, trace, isAgain: false, stop)
                : (await RunAsync(cell, trace, stop))?.Outcome;
            if (outcome is not (null or CellOutcome.Succeeded))
            {
                foreach (var rest in cells.Skip(index + 1))
                {
                    Send(new ServerMessage.Cell(rest.Id, "idle"));
                }

                return;
            }
        }
    }

    private async Task<(CellOutcome Outcome, CellRecorder Said)?> RunAsync(CellText cell, bool trace, CancellationToken stop)
    {
        var ran = await _kernel.RunAsync(cell, trace, stop);
        _standing.Ran(_kernel.Generation, cell, ran is { Outcome: CellOutcome.Succeeded });
        return ran;
    }

    /// <summary>Runs an answer, unless it stands in the kernel and nobody wants it again, and the check of it; and remembers what that says.</summary>
    /// <returns>How it ended; null where it could not be run here.</returns>
    private async Task<CellOutcome?> JudgeAsync(Exercise exercise, string source, bool trace, bool isAgain, CancellationToken stop)
    {
        var cell = new CellText(exercise.Cell.Id, source);
        var outcome = await BringInAsync(exercise, stop) is not true ? null
            : !isAgain && _standing.Has(_kernel.Generation, cell) ? new CellOutcome.Succeeded()
            : (await RunAsync(cell, trace: false, stop))?.Outcome;
        var judged = outcome is CellOutcome.Succeeded ? await RunAsync(new(exercise.Check.Id, exercise.Check.Source), trace, stop) : null;
        if (outcome is not CellOutcome.Succeeded)
        {
            Send(new ServerMessage.Cell(exercise.Check.Id, "idle"));
        }

        var verdict = outcome switch
        {
            CellOutcome.Failed failed => ExerciseVerdict.NotYet(exercise.Id, failed.Message),
            CellOutcome.PackageMissing missing => ExerciseVerdict.NotYet(exercise.Id, PackageDirective.Reason(missing.Message)),
            CellOutcome.Succeeded when judged is { Outcome: CellOutcome.Succeeded or CellOutcome.Failed } => ExerciseVerdict.Find(exercise.Id, OutputText.Render(judged.Value.Said.Outputs))
                ?? ExerciseVerdict.NotYet(exercise.Id, (judged.Value.Outcome as CellOutcome.Failed)?.Message ?? ServeWords.CheckSaidNothing),
            _ => null,
        };
        if (verdict is not null)
        {
            Try(() => Tell(exercise.Id, source, _answers.Judge(Page.Notebook.Path, exercise.Id, source, verdict), verdict.Words));
        }

        return outcome is CellOutcome.Succeeded ? judged?.Outcome : outcome;
    }

    // An answer and its check use what the notebook brings in, whether or not those cells have been run in this kernel.
    private async Task<bool> BringInAsync(Exercise exercise, CancellationToken stop)
    {
        if (await _kernel.StartAsync() is null)
        {
            Send(new ServerMessage.Cell(exercise.Cell.Id, "idle"));
            return false;
        }

        var missing = _standing.Missing(_kernel.Generation, Preamble.Of(exercise.Notebook.Cells.TakeWhile(cell => cell.Id != exercise.Check.Id)));
        if (missing.Length == 0)
        {
            return true;
        }

        var failure = await _kernel.BringInAsync(missing, stop);
        if (failure is null)
        {
            _standing.Ran(_kernel.Generation, new("", missing), isWhole: true);
            return true;
        }

        Send(new ServerMessage.Cell(exercise.Cell.Id, "failed", Text: failure));
        return false;
    }

    private void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotebookFormatException)
        {
            Send(new ServerMessage.Error(e.Message));
        }
    }

    private static bool Same(string one, string other) => one.ReplaceLineEndings("\n").TrimEnd() == other.ReplaceLineEndings("\n").TrimEnd();
}
