using AsyncBook.Exercises;
using AsyncBook.Language;
using AsyncBook.Notebooks;
using AsyncBook.Running;

namespace AsyncBook.Serving;

/// <content>Its exercises: checked, saved, and seen when somebody else changes them.</content>
internal sealed partial class LiveSession
{
    private void Check(PageMessage.Check check)
    {
        var since = check.Base ?? _known.GetValueOrDefault(check.Exercise) ?? "";
        var outcome = _answers.Save(Page.Notebook.Path, check.Exercise, check.Source, since);
        Tell(check.Exercise, check.Source, outcome);
        if (outcome is SaveOutcome.Saved saved)
        {
            _queue.Add([saved.Exercise.Cell.Id, saved.Exercise.Check.Id], stop => JudgeAsync(saved.Exercise, check.Source, stop));
        }
    }

    private async Task JudgeAsync(Exercise exercise, string source, CancellationToken stop)
    {
        if (!await BringInAsync(exercise, stop) || await _kernel.RunAsync(new(exercise.Cell.Id, source), trace: false, stop) is not { } answer)
        {
            Send(new ServerMessage.Cell(exercise.Cell.Id, "idle"));
            Send(new ServerMessage.Cell(exercise.Check.Id, "idle"));
            return;
        }

        if (answer.Outcome is CellOutcome.Stopped or CellOutcome.KernelLost)
        {
            Send(new ServerMessage.Cell(exercise.Check.Id, "idle"));
            return;
        }

        ExerciseVerdict verdict;
        if (answer.Outcome is CellOutcome.Succeeded)
        {
            if (await _kernel.RunAsync(new(exercise.Check.Id, exercise.Check.Source), trace: false, stop) is not { Outcome: CellOutcome.Succeeded or CellOutcome.Failed } judged)
            {
                return;
            }

            verdict = ExerciseVerdict.Find(exercise.Id, Outputs.OutputText.Render(judged.Said.Outputs))
                ?? ExerciseVerdict.NotYet(exercise.Id, (judged.Outcome as CellOutcome.Failed)?.Message ?? ServeWords.CheckSaidNothing);
        }
        else
        {
            Send(new ServerMessage.Cell(exercise.Check.Id, "idle"));
            verdict = ExerciseVerdict.NotYet(exercise.Id, FailureOf(answer.Outcome));
        }

        Tell(exercise.Id, source, _answers.Judge(Page.Notebook.Path, exercise.Id, source, verdict), verdict.Words);
    }

    private static string FailureOf(CellOutcome outcome) => outcome switch
    {
        CellOutcome.Failed failed => failed.Message,
        CellOutcome.PackageMissing missing => PackageDirective.Reason(missing.Message),
        _ => "",
    };

    // An answer and its check use what the notebook brings in, whether or not those cells have been run in this kernel.
    private async Task<bool> BringInAsync(Exercise exercise, CancellationToken stop)
    {
        if (await _kernel.StartAsync() is null)
        {
            return false;
        }

        if (_broughtIn == _kernel.Generation)
        {
            return true;
        }

        var failure = await _kernel.BringInAsync(Preamble.Of(exercise.Notebook), stop);
        if (failure is null)
        {
            _broughtIn = _kernel.Generation;
            return true;
        }

        Send(new ServerMessage.Cell(exercise.Cell.Id, "failed", Text: failure));
        return false;
    }

    private void Resolve(PageMessage.Resolve resolve)
    {
        var (outcome, kept) = _answers.Resolve(Page.Notebook.Path, resolve.Exercise, resolve.Source, resolve.Keep == "mine");
        Tell(resolve.Exercise, resolve.Source, outcome, ServeWords.Kept(kept), isForced: resolve.Keep != "mine");
    }

    // isForced: the page is given the notebook's text, too.
    private void Tell(string id, string mine, SaveOutcome outcome, string? text = null, bool isForced = false)
    {
        if (outcome is SaveOutcome.Conflict conflict)
        {
            Send(new ServerMessage.Conflict(id, mine, conflict.Disk, conflict.Hash));
            return;
        }

        var exercise = ((SaveOutcome.Saved)outcome).Exercise;
        var hash = AnswerDesk.HashOf(exercise.Cell.Source);
        Know(id, hash);
        lock (_gate)
        {
            _saved[id] = exercise.Cell.Source;
        }

        Send(new ServerMessage.Judged(id, Progress.Name(exercise.State), text ?? exercise.Verdict?.Words, hash, isForced ? exercise.Cell.Source : null));
    }

    // What was saved from here, and then overwritten by somebody who perhaps never saw it.
    private string? KeepSaved(Exercise exercise)
    {
        lock (_gate)
        {
            return _saved.Remove(exercise.Id, out var saved) && AnswerText.Normalize(saved) != AnswerText.Normalize(exercise.Stub)
                ? ServeWords.Kept(AnswerKeeper.Keep(exercise.Id, saved))
                : null;
        }
    }

    private void Know(string id, string hash)
    {
        lock (_gate)
        {
            _known[id] = hash;
        }
    }

    // An editor replaces the file, and so does another page: what counts is what is in it.
    private async Task WatchDiskAsync(Outbox page)
    {
        using var timer = new PeriodicTimer(_pace);
        var seen = Page;
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token) && _page == page)
            {
                if (Page is var now && now == seen)
                {
                    continue;
                }

                seen = now;
                foreach (var exercise in ExerciseFinder.Find(now.Notebook))
                {
                    var hash = AnswerDesk.HashOf(exercise.Cell.Source);
                    if (_known.GetValueOrDefault(exercise.Id) != hash)
                    {
                        Know(exercise.Id, hash);
                        Send(new ServerMessage.ChangedOnDisk(exercise.Id, exercise.Cell.Source, hash, KeepSaved(exercise)));
                    }
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            // The session ends; or an exercise lost its check, or nothing can be kept: the next page that is opened says it.
        }
    }
}
