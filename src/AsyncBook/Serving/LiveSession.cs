using System.Runtime.InteropServices;
using AsyncBook.Exercises;
using AsyncBook.Language;
using AsyncBook.Notebooks;
using AsyncBook.Publishing;
using AsyncBook.Running;

namespace AsyncBook.Serving;

/// <summary>One open page: its kernel, what it wants run, and what it knows of its exercises.</summary>
internal sealed class LiveSession : IAsyncDisposable
{
    private static readonly TimeSpan _pace = TimeSpan.FromSeconds(1);
    private readonly Shelf _shelf;
    private readonly string _source;
    private readonly LiveServices _services;
    private readonly AnswerDesk _answers;
    private readonly LiveKernel _kernel;
    private readonly RunQueue _queue;
    private readonly Ending _end = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _saved = new(StringComparer.Ordinal);
    private Outbox? _page;
    private int _broughtIn;

    /// <param name="shelf">The book.</param>
    /// <param name="source">The notebook's path from the notebooks' folder.</param>
    /// <param name="pool">Where kernels come from.</param>
    /// <param name="services">Redis and MySQL.</param>
    /// <param name="answers">Puts answers into notebooks.</param>
    public LiveSession(Shelf shelf, string source, KernelPool pool, LiveServices services, AnswerDesk answers)
    {
        (_shelf, _source, _services, _answers) = (shelf, source, services, answers);
        _kernel = new LiveKernel(pool, () => Page.Notebook, () => services.Addresses, Send);
        _queue = new RunQueue(Send);
    }

    private NotebookPage Page => _shelf.Pages.First(page => page.Source == _source);

    private IEnumerable<string> Needs => Page.Notebook.Needs.Concat(Page.Notebook.Cells.SelectMany(cell => cell.Needs));

    /// <summary>Whether a page listens.</summary>
    public bool IsAttached => _page is not null;

    /// <summary>A page has been opened, or opened again.</summary>
    public async Task AttachAsync(Outbox page)
    {
        var hello = await HelloAsync();
        page.Add(hello);
        _page = page;
        Send(new ServerMessage.Kernel(_queue.IsBusy ? "busy" : _kernel.Client is null ? "starting" : "ready"));
        _ = WatchDiskAsync(page);
        await _kernel.StartAsync();
    }

    public void Detach(Outbox page) => Interlocked.CompareExchange(ref _page, null, page);

    /// <summary>Does what a page asks for.</summary>
    public async Task HandleAsync(PageMessage message)
    {
        try
        {
            await DoAsync(message);
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException or FormatException)
        {
            Send(new ServerMessage.Error(e.Message));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.EndAsync();
        _page = null;
        _queue.Stop();
        await _kernel.DisposeAsync();
    }

    private async Task DoAsync(PageMessage message)
    {
        switch (message)
        {
            case PageMessage.Run run:
                _queue.Add([.. run.Cells.Select(cell => cell.Id)], stop => RunAsync(run.Cells, run.Trace, stop));
                break;
            case PageMessage.Check check:
                Check(check);
                break;
            case PageMessage.Stop:
                _queue.Stop();
                break;
            case PageMessage.Restart:
                await RestartAsync(ServeWords.Restarted);
                break;
            case PageMessage.Save save:
                Tell(save.Exercise, save.Source, _answers.Save(Page.Notebook.Path, save.Exercise, save.Source, save.Base));
                break;
            case PageMessage.Resolve resolve:
                Resolve(resolve);
                break;
            case PageMessage.Reset reset:
                var (outcome, kept) = _answers.Reset(Page.Notebook.Path, reset.Exercise);
                Tell(reset.Exercise, "", outcome, kept is null ? null : ServeWords.Kept(kept), isForced: true);
                break;
            case PageMessage.StartServices services:
                await StartServicesAsync(services.Start);
                break;
            case PageMessage.Question question:
                Send(await CodeQuestions.AnswerAsync(question, _kernel.Client));
                break;
        }
    }

    private async Task<bool> RunAsync(IReadOnlyList<CellText> cells, bool trace, CancellationToken stop)
    {
        foreach (var (index, cell) in cells.Index())
        {
            var ran = await _kernel.RunAsync(cell, trace, stop);
            if (ran is { Outcome: not CellOutcome.Succeeded } && !IsAllowedToFail(cell, ran.Value.Outcome))
            {
                foreach (var rest in cells.Skip(index + 1))
                {
                    Send(new ServerMessage.Cell(rest.Id, "idle"));
                }

                return false;
            }
        }

        return true;
    }

    private bool IsAllowedToFail(CellText cell, CellOutcome outcome) => outcome is CellOutcome.Failed
        && Page.Notebook.Cells.FirstOrDefault(other => other.Id == cell.Id)?.Tags.Contains(CellTags.RaisesException) == true;

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

    private async Task<bool> JudgeAsync(Exercise exercise, string source, CancellationToken stop)
    {
        if (!await BringInAsync(exercise, stop) || await _kernel.RunAsync(new(exercise.Cell.Id, source), trace: false, stop) is not { } answer)
        {
            Send(new ServerMessage.Cell(exercise.Cell.Id, "idle"));
            Send(new ServerMessage.Cell(exercise.Check.Id, "idle"));
            return false;
        }

        if (answer.Outcome is CellOutcome.Stopped or CellOutcome.KernelLost)
        {
            Send(new ServerMessage.Cell(exercise.Check.Id, "idle"));
            return false;
        }

        ExerciseVerdict verdict;
        if (answer.Outcome is CellOutcome.Succeeded)
        {
            if (await _kernel.RunAsync(new(exercise.Check.Id, exercise.Check.Source), trace: false, stop) is not { Outcome: CellOutcome.Succeeded or CellOutcome.Failed } judged)
            {
                return false;
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
        return true;
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
                ? ServeWords.Kept(AnswerKeeper.Keep(AnswerKeeper.Folder, exercise.Id, saved, DateTime.Now))
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

    private async Task StartServicesAsync(IReadOnlyList<string> needs)
    {
        var before = _services.Addresses;
        Send(new ServerMessage.ServiceStates((await _services.StatesAsync(Needs)).ToDictionary(state => state.Key, state => state.Value == "absent" && needs.Contains(state.Key) ? "starting" : state.Value)));
        var why = await _services.StartAsync(needs);
        Send(new ServerMessage.ServiceStates(await _services.StatesAsync(Needs), why));
        if (!_services.Addresses.AreSame(before))
        {
            await RestartAsync(ServeWords.ServicesStarted);
        }
        else
        {
            _kernel.AskAgain();
        }
    }

    private async Task RestartAsync(string why)
    {
        if (_queue.IsBusy)
        {
            // Whoever runs the cell sees its kernel go, and gets the next one.
            _kernel.End(why);
            _queue.Stop();
        }
        else
        {
            await _kernel.RestartAsync(why);
        }
    }

    private async Task<ServerMessage.Hello> HelloAsync()
    {
        var page = Page;
        var exercises = ExerciseFinder.Find(page.Notebook).ToDictionary(exercise => exercise.Id, StringComparer.Ordinal);
        foreach (var exercise in exercises.Values)
        {
            Know(exercise.Id, AnswerDesk.HashOf(exercise.Cell.Source));
        }

        return new(
            _source,
            [.. page.Notebook.Cells.Where(cell => cell.Kind == CellKind.Code).Select(cell => new CellFacts(
                cell.Id, cell.Source, cell.Role?.ToString().ToLowerInvariant(), cell.ExerciseId, [.. page.Notebook.Needs.Concat(cell.Needs).Distinct()], cell.IsTraced,
                cell is { Role: CellRole.Exercise, ExerciseId: { } id } && exercises.TryGetValue(id, out var exercise) && !exercise.IsStub))],
            [.. exercises.Values.Select(exercise => new ExerciseFacts(
                exercise.Id, Progress.Name(exercise.State), AnswerDesk.HashOf(exercise.Cell.Source), exercise.Stub, exercise.Verdict?.Words))],
            await _services.StatesAsync(Needs),
            RuntimeInformation.FrameworkDescription);
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

    private void Send(ServerMessage message)
    {
        if (message is ServerMessage.Cell { State: "failed" or "stopped" })
        {
            _queue.ForgetWaiting(() => _page?.Add(message));
            return;
        }

        _page?.Add(message);
    }
}
