using AsyncBook.Exercises;
using AsyncBook.Language;
using AsyncBook.Notebooks;

namespace AsyncBook.Serving;

/// <content>Its exercises: saved, and seen when somebody else changes them.</content>
internal sealed partial class LiveSession
{
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
